public import Diagnostics
public import Template
internal import YAML

/// A template together with its place, which can say where each part of it is written.
public struct LocatedTemplate: Sendable {
    /// The template.
    public let template: Template
    /// Where the whole of it stands.
    public let span: SourceSpan

    private let scalar: YAMLScalar?

    /// Makes a template whose parts all stand where the whole stands.
    public init(_ template: Template, at span: SourceSpan) {
        self.template = template
        self.span = span
        self.scalar = nil
    }

    init(_ template: Template, at span: SourceSpan, in scalar: YAMLScalar) {
        self.template = template
        self.span = span
        self.scalar = scalar
    }

    /// Where a part of the template is written.
    ///
    /// - Parameter range: UTF-8 offsets in the template's text.
    public func span(of range: Range<Int>) -> SourceSpan { scalar?.span(of: range) ?? span }
}
