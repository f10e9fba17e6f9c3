public import Secrets

/// One field of a request's or an answer's head.
public struct HTTPHeader: Sendable, Hashable {
    /// The name as it was written; names are the same whatever their case.
    public let name: String
    /// The value, which may be a secret.
    public let value: SensitiveText

    /// A field with a value that may be secret.
    public init(_ name: String, _ value: SensitiveText) {
        self.name = name
        self.value = value
    }

    /// A field whose value is no secret.
    public init(_ name: String, _ value: String) {
        self.init(name, SensitiveText(value))
    }

    /// Whether the value is a secret.
    public var isSecret: Bool { value.isSecret }

    /// Why the field cannot be sent; nil when it can.
    ///
    /// A line break in a value would begin another field (RFC 9110, 5.5), and a length that is not the body's another
    /// request (RFC 9112, 11.2).
    public var problem: String? {
        if name.isEmpty { return "it has no name" }
        guard name.utf8.allSatisfy(Self.isTokenByte) else {
            return "its name may have letters, digits and !#$%&'*+-.^_`|~ only"
        }
        if Self.framingNames.contains(name.lowercased()) { return "it is worked out from the body" }
        for byte in value.text.utf8 where byte < 0x20 && byte != 0x09 || byte == 0x7F {
            return byte == 0x0A || byte == 0x0D
                ? "its value has a line break in it" : "its value has a control character in it"
        }
        return nil
    }

    private static let framingNames: Set<String> = ["content-length", "transfer-encoding"]

    /// The characters of a token, RFC 9110 section 5.6.2.
    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
