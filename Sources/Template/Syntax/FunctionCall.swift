/// A function that is called.
struct FunctionCall: Sendable {
    let function: Function
    let arguments: [Argument]
    let range: Range<Int>
}

/// The functions.
enum Function: String, Sendable, CaseIterable {
    case now, uuid, read

    /// What stands between the brackets.
    var parameters: [Parameter] {
        switch self {
        case .now, .uuid: []
        case .read: [Parameter("path", .text)]
        }
    }

    /// The call as it is written.
    var usage: String { Parameter.usage(rawValue, parameters) }
}
