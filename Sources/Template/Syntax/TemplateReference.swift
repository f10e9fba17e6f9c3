/// A name in a template together with its path, such as `calls.login.body.user[0]`.
public struct TemplateReference: Sendable, Hashable {
    /// The name that it begins with.
    public let root: String
    /// The steps after the root.
    public let path: [TemplatePathStep]
    /// Where it stands: UTF-8 offsets in the template's text.
    public let range: Range<Int>
    /// Whether `default` or `omit` follows, so that it may be missing.
    public let hasDefault: Bool

    /// Makes a reference.
    public init(root: String, path: [TemplatePathStep], range: Range<Int>, hasDefault: Bool) {
        self.root = root
        self.path = path
        self.range = range
        self.hasDefault = hasDefault
    }
}
