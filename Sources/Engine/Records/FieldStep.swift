import Diagnostics
import JSON
import JSONPath
import JobFile

/// One entry of `fields`, ready for every record.
///
/// A class: what millions of records go by is not copied for each of them.
final class FieldStep: Sendable {
    /// What the entry does.
    enum Action: Sendable {
        case keepOwn
        case drop
        /// Takes one value.
        case value(JSONPath)
        /// Takes a list of values.
        case list(JSONPath)
        case template(LocatedTemplate)
        case literal(JSONValue)
    }

    let name: String
    let action: Action
    let type: ValueType?
    let fallback: JSONValue?
    let isRequired: Bool
    let span: SourceSpan?

    init(_ field: Field) {
        switch field {
        case .allOwnFields, .drop:
            (type, fallback, isRequired, span) = (nil, nil, false, nil)
            if case .drop(let name) = field {
                (self.name, action) = (name, .drop)
            } else {
                (name, action) = ("*", .keepOwn)
            }
        case .value(let value):
            (name, type, fallback) = (value.name, value.type, value.default)
            (isRequired, span) = (value.isRequired, value.span)
            action =
                switch value.source {
                case .path(let path): path.isSingular ? .value(path) : .list(path)
                case .template(let template): .template(template)
                case .literal(let literal): .literal(literal)
                }
        }
    }
}
