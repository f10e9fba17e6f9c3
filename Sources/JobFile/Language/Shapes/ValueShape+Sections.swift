internal import Diagnostics
internal import YAML

extension ValueShape where Value == CheckedSection {
    /// A mapping with the keys of a section.
    static func section(_ section: Section) -> ValueShape {
        ValueShape(.section(section)) { node, checker in
            guard let entries = node.mapping else {
                checker.wrongType(node, expected: .section(section))
                return nil
            }
            return checker.check(entries, at: node.span, against: section)
        }
    }

    /// A mapping with the keys of the section that one of its keys names.
    static func variants(
        _ key: String, standard: String, _ sections: [SectionChoice]
    ) -> ValueShape {
        let form = ValueForm.variants(key: key, standard: standard, sections: sections)
        return ValueShape(form) { node, checker in
            guard let entries = node.mapping else {
                checker.wrongType(node, expected: form)
                return nil
            }
            var word = standard
            if let entry = entries.first(where: { $0.key.text == key }) {
                guard let scalar = checker.scalar(entry.value, as: .word(sections.map(\.word))) else { return nil }
                word = scalar.text
                guard sections.contains(where: { $0.word == word }) else {
                    let problem = ValueProblem(unknownWord: word, among: sections.map(\.word))
                    checker.diagnostics.error(
                        .unknownWord, problem.message, at: scalar.span, label: problem.hint, notes: problem.notes)
                    return nil
                }
            }
            guard let section = sections.first(where: { $0.word == word })?.section else { return nil }
            return checker.check(entries, at: node.span, against: section)
        }
    }
}
