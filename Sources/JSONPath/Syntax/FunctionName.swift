/// The functions of RFC 9535, 2.4.
enum FunctionName: String, CaseIterable {
    case length, count, match, search, value

    /// How many arguments it takes.
    var argumentCount: Int {
        switch self {
        case .length, .count, .value: 1
        case .match, .search: 2
        }
    }

    /// What other languages call it.
    private var otherNames: [String] {
        switch self {
        case .length: ["len", "size", "strlen"]
        case .count: ["nodes"]
        case .match: ["matches", "regex", "regexp", "test"]
        case .search: ["contains", "find", "includes", "like"]
        case .value: ["first", "val"]
        }
    }

    /// The function that was probably meant by another name.
    static func meant(by name: String) -> FunctionName? {
        let name = name.lowercased()
        return allCases.first { function in
            function.rawValue == name || function.rawValue + "s" == name || function.otherNames.contains(name)
        }
    }
}
