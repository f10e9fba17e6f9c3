extension ValueForm {
    /// The form in words, with links to the sections.
    var linkedWords: String {
        switch self {
        case .section(let section): section.link
        case .list(let element): "a list of: \(element.linkedWords)"
        case .map(let value): "a mapping of names to: \(value.linkedWords)"
        case .variants(_, _, let sections): sections.map(\.section.link).joined(separator: ", ")
        case .presets: "a source with one of the [presets](#presets)"
        case .either(let forms) where forms.count == 2 && forms[1].isList(of: forms[0]):
            "\(forms[0].linkedWords); or a list of such"
        case .either(let forms): forms.map(\.linkedWords).joined(separator: "; or ")
        case .scalar(let form) where !form.allowed.isEmpty:
            form.allowed.map { "`\($0)`" }.joined(separator: ", ")
        case .scalar, .null, .anything: words
        }
    }
}

extension ValueForm {
    /// Whether it is a list of values of another form.
    private func isList(of other: ValueForm) -> Bool {
        if case .list(let element) = self { element.linkedWords == other.linkedWords } else { false }
    }

    /// Whether a value is made of mappings whose keys have declarations of their own.
    var isMadeOfSections: Bool {
        switch self {
        case .section, .variants, .presets: true
        case .list(let form), .map(let form): form.isMadeOfSections
        case .either(let forms): forms.allSatisfy(\.isMadeOfSections)
        case .scalar, .null, .anything: false
        }
    }
}

extension Section {
    /// A link to the section on the reference page.
    var link: String {
        let anchor = title.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "_" || $0 == "-" }
        return
            "[\(title.prefix(1).lowercased() + title.dropFirst())](#\(anchor.split(separator: " ").joined(separator: "-")))"
    }
}
