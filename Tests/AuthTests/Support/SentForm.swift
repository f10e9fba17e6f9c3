import HTTP
import Testing

/// The form of a request that was sent.
struct SentForm {
    let fields: [(name: String, value: String)]

    /// Takes it apart by itself, so that a mistake in the making shows.
    init(_ request: HTTPRequest) throws {
        guard case .bytes(let bytes, true) = request.body else {
            fields = []
            Issue.record("there is no secret body")
            return
        }
        fields = try String(decoding: bytes, as: UTF8.self).split(separator: "&").map { field in
            let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            try #require(parts.count == 2)
            return (Self.decoded(parts[0]), Self.decoded(parts[1]))
        }
    }

    /// The names, in their order.
    var names: [String] { fields.map(\.name) }

    /// The value of a field that is there once.
    subscript(_ name: String) -> String? {
        let values = fields.filter { $0.name == name }.map(\.value)
        return values.count == 1 ? values[0] : nil
    }

    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                rest.removeFirst(2)
                bytes.append(value)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
