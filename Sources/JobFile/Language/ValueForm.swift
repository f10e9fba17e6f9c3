/// What a value may be, described: for messages, the JSON Schema and the reference page.
indirect enum ValueForm: Sendable {
    /// A scalar.
    case scalar(ScalarForm)
    /// Nothing.
    case null
    /// Any JSON value.
    case anything
    /// A list.
    case list(ValueForm)
    /// A mapping with names of the job's own.
    case map(ValueForm)
    /// A mapping with the keys of a section.
    case section(Section)
    /// A mapping with the keys of the section that the value of one key names.
    case variants(key: String, standard: String, sections: [SectionChoice])
    /// A mapping with the parameters of a preset, and with the keys of the kind of source that it makes.
    case presets([Preset])
    /// One of several.
    case either([ValueForm])
}

extension ValueForm {
    /// The form in words: "text or a list of text".
    var words: String {
        switch self {
        case .scalar(let form): form.words
        case .null: "null"
        case .anything: "any value"
        case .list(let element): "a list of \(element.pluralWords)"
        case .map: "a mapping"
        case .section(let section): "a mapping with the keys of \(section.noun)"
        case .variants, .presets: "a mapping"
        case .either(let forms): ValueForm.join(forms.map(\.words))
        }
    }

    private var pluralWords: String {
        switch self {
        case .scalar(let form): form.pluralWords
        case .section, .map, .variants, .presets: "mappings"
        case .anything: "values"
        case .either(let forms): ValueForm.join(forms.map(\.pluralWords))
        case .null, .list: words
        }
    }

    private static func join(_ words: [String]) -> String {
        var seen: [String] = []
        for word in words where !seen.contains(word) { seen.append(word) }
        guard let last = seen.last, seen.count > 1 else { return seen.first ?? "" }
        return seen.dropLast().joined(separator: ", ") + " or " + last
    }

    /// Whether a node of this kind can be of the form at all.
    func accepts(_ kind: NodeKind) -> Bool {
        switch self {
        case .scalar: kind == .scalar
        case .null: kind == .null
        case .anything: true
        case .list: kind == .list
        case .map, .section, .variants, .presets: kind == .mapping
        case .either(let forms): forms.contains { $0.accepts(kind) }
        }
    }
}
