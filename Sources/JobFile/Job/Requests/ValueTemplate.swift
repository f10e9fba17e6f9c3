public import Diagnostics
public import JSON

/// A value in which templates may stand anywhere.
public indirect enum ValueTemplate: Sendable {
    /// A value without templates.
    case literal(JSONValue)
    /// Text with a template in it; with just one `${…}` it keeps the value's type.
    case template(LocatedTemplate)
    /// A list.
    case list([ValueTemplate], SourceSpan)
    /// A mapping; the names are text as written.
    case map([(name: String, value: ValueTemplate)], SourceSpan)
}
