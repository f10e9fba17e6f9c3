public import JSON

/// The job language, as it is declared: its JSON Schema and its reference page.
public enum JobLanguage {
    /// The JSON Schema (2020-12) of a job file, for the completion and checking of editors.
    public static func jsonSchema() -> JSONValue { SchemaBuilder.jobSchema() }

    /// The reference page of the documentation, in Markdown.
    public static func referencePage() -> String { ReferencePage.text() }

    /// The pages of the documentation about the presets, in Markdown, by the names of the presets.
    public static func presetPages() -> [(name: String, text: String)] {
        Presets.all.map { ($0.name, PresetText(preset: $0).page) }
    }

    /// The mapping that a job file is.
    static let root = JobKeys.section

    /// All mappings with fixed keys, each once, in the order in which they are first used.
    static let sections: [Section] = {
        var sections: [Section] = []
        collect(root, into: &sections)
        collect(JobKeys.includedSection, into: &sections)
        return sections
    }()

    private static func collect(_ section: Section, into sections: inout [Section]) {
        guard !sections.contains(where: { $0.name == section.name }) else { return }
        sections.append(section)
        for key in section.keys {
            for inner in key.declaration.form.sections { collect(inner, into: &sections) }
        }
    }
}

extension ValueForm {
    /// The sections that a value of the form may have.
    var sections: [Section] {
        switch self {
        case .scalar, .null, .anything, .presets: []
        case .list(let form), .map(let form): form.sections
        case .section(let section): [section]
        case .variants(_, _, let sections): sections.map(\.section)
        case .either(let forms): forms.flatMap(\.sections)
        }
    }
}
