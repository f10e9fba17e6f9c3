import JWT

/// What a key is made from: names with values, written so that no two lists of them give the same bytes.
struct KeyMaterial {
    private(set) var bytes: [UInt8] = []

    /// Adds a name with its values, none or several.
    mutating func add(_ name: String, _ values: [String]) {
        append(name)
        append(String(values.count))
        for value in values { append(value) }
    }

    /// Adds a name with its value; none is another thing than an empty one.
    mutating func add(_ name: String, _ value: String?) {
        add(name, value.map { [$0] } ?? [])
    }

    private mutating func append(_ text: String) {
        bytes.append(contentsOf: "\(text.utf8.count):".utf8)
        bytes.append(contentsOf: text.utf8)
    }

    /// A SHA-256 over everything, in hexadecimal: nothing can be read back from it.
    var digest: String { Self.hex(SHA256Digest.of(bytes)) }

    private static let digits = Array("0123456789abcdef")

    static func hex(_ bytes: [UInt8]) -> String {
        String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
