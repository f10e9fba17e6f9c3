/// What a filter or a function takes as an argument.
struct Parameter: Sendable {
    enum Kind: Sendable {
        /// Any value.
        case value
        /// Text, or a number or a truth value as text.
        case text
        /// A whole number from 0.
        case count
        /// A regular expression.
        case pattern
        /// A time span, such as `5m`.
        case duration
        /// A pattern of a date.
        case format
        /// The name of a time zone.
        case zone
    }

    let name: String
    let kind: Kind
    let isOptional: Bool

    init(_ name: String, _ kind: Kind, isOptional: Bool = false) {
        self.name = name
        self.kind = kind
        self.isOptional = isOptional
    }

    /// How something with these parameters is written.
    static func usage(_ name: String, _ parameters: [Parameter]) -> String {
        let list = parameters.enumerated().map { place, parameter in
            (place > 0 ? ", " : "") + parameter.name + (parameter.isOptional ? "?" : "")
        }
        return "\(name)(\(list.joined()))"
    }
}
