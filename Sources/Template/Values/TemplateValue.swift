public import JSON
public import Secrets

/// A value in a template, which knows whether it is secret.
///
/// A value of a document is not copied until it is needed.
public struct TemplateValue: Sendable {
    enum Content: Sendable {
        case value(JSONValue)
        case node(JSONNode)
        /// Values that know for themselves whether they are secret.
        case list([TemplateValue])
        /// Bytes of a hash: hexadecimal text, but `base64` and `hmac_sha256` go on from the bytes.
        case digest([UInt8])
        /// Text of the filter `path`, which is percent-encoded already where it goes into a URL.
        case encodedPath(String)
        /// Null, with the wish that the entry that it stands for is left out.
        case omitted
    }

    let content: Content
    /// Whether it came through a secret, or holds a value that did.
    public let isSecret: Bool

    init(_ content: Content, isSecret: Bool) {
        self.content = content
        self.isSecret = isSecret
    }

    /// A text.
    public init(_ text: String) {
        self.init(.value(.string(text)), isSecret: false)
    }

    /// A whole number.
    public init(_ int: Int) {
        self.init(.value(.number(JSONNumber(int))), isSecret: false)
    }

    /// The text of a secret.
    public init(_ secret: Secret) {
        self.init(.value(.string(secret.reveal())), isSecret: true)
    }

    /// A value of a document.
    public init(_ node: JSONNode) {
        self.init(.node(node), isSecret: false)
    }

    /// A value by itself.
    public init(_ value: JSONValue, isSecret: Bool = false) {
        self.init(.value(value), isSecret: isSecret)
    }

    /// A list of values; it is secret when one of them is.
    public init(list: [TemplateValue]) {
        self.init(.list(list), isSecret: list.contains(where: \.isSecret))
    }

    /// Null.
    public static let null = TemplateValue(.null)

    /// The value as JSON; what was left out is null.
    public var json: JSONValue {
        switch content {
        case .value(let value): value
        case .node(let node): node.value
        case .list(let values): .array(values.map(\.json))
        case .digest(let bytes): .string(Hexadecimal.text(of: bytes))
        case .encodedPath(let text): .string(text)
        case .omitted: .null
        }
    }

    /// What kind of value it is.
    public var kind: JSONKind {
        switch content {
        case .value(let value): value.kind
        case .node(let node): node.kind
        case .list: .array
        case .digest, .encodedPath: .string
        case .omitted: .null
        }
    }

    /// Whether it is null.
    public var isNull: Bool { kind == .null }

    /// Whether `omit` asks for the entry to be left out.
    public var isOmitted: Bool {
        if case .omitted = content { true } else { false }
    }

    /// Whether it is percent-encoded already where it goes into a URL.
    var isEncodedPath: Bool {
        if case .encodedPath = content { true } else { false }
    }

    /// Its truth value, of a boolean.
    public var bool: Bool? {
        switch content {
        case .value(.bool(let bool)): bool
        case .node(let node): node.bool
        default: nil
        }
    }
}

extension TemplateValue: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The value as JSON, or `***`.
    public var description: String { isSecret ? Redactor.mask : json.serialized() }
    /// The value as JSON, or `***`.
    public var debugDescription: String { description }
    /// Nothing: a dump shows no part of it.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
