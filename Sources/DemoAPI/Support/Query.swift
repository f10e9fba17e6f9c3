import HTTPTypes
import Hummingbird

/// Names and values in `application/x-www-form-urlencoded`: a URL's query or a form body.
///
/// Order and repeats are kept.
struct Query {
    let pairs: [(name: String, value: String)]

    init(_ text: some StringProtocol) {
        pairs = text.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.decoded(parts[0]), parts.count > 1 ? Self.decoded(parts[1]) : "")
        }
    }

    init(_ request: Request) {
        self.init(request.uri.query ?? "")
    }

    init(pairs: [(name: String, value: String)]) {
        self.pairs = pairs
    }

    /// All values of a name, in order.
    func values(of name: String) -> [String] {
        pairs.filter { $0.name == name }.map(\.value)
    }

    /// The first value of a name.
    subscript(_ name: String) -> String? {
        pairs.first { $0.name == name }?.value
    }

    /// A whole number that is not negative, or the default where it is absent; anything else is a 400.
    func int(_ name: String, default value: Int) throws -> Int {
        guard let text = self[name] else { return value }
        guard let number = Int(text), number >= 0 else {
            throw DemoError(.badRequest, "invalid_parameter", "'\(name)' must be a whole number, got '\(text)'")
        }
        return number
    }

    /// Decodes `%XX` and, as forms do, `+` as a space.
    ///
    /// A `%` without two digits stands for itself.
    static func decoded(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        let source = Array(text.utf8)
        var index = 0
        while index < source.count {
            let byte = source[index]
            if byte == UInt8(ascii: "%"), index + 2 < source.count,
                let high = hexDigit(source[index + 1]), let low = hexDigit(source[index + 2])
            {
                bytes.append(high << 4 | low)
                index += 3
                continue
            }
            bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            index += 1
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
