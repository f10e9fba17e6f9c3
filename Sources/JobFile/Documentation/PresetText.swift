/// What there is to say about a preset, in Markdown.
struct PresetText {
    let preset: Preset

    /// Its own page.
    var page: String {
        let intro = """
            # \(preset.title)

            \(preset.doc) This page is generated from the preset's data.
            """
        return ([intro] + parts(heading: "##")).joined(separator: "\n\n") + "\n"
    }

    /// Its part of the reference page.
    var section: String {
        (["### \(preset.title): `\(preset.name)`", preset.doc] + parts(heading: nil)).joined(separator: "\n\n")
    }

    /// The parts, under headings of their own or after a few words.
    private func parts(heading: String?) -> [String] {
        let head = { (title: String) in heading.map { "\($0) \(title)" } ?? "*\(title)*" }
        var parts = ["```yaml\n\(preset.example)\n```"]
        let parameters = preset.parameters + preset.cases.flatMap(\.parameters)
        if !parameters.isEmpty { parts += [head("Parameters"), table] }
        parts += [head("What it fills in"), "```yaml\n\(defaults)\n```"]
        for text in cases { parts += [text.title, "```yaml\n\(text.defaults)\n```"] }
        if let helper = preset.helper {
            parts += [
                "A source of its own that it brings along:",
                "```yaml\nname: <name>-\(helper.suffix)\ntype: \(helper.type)\n\(helper.defaults)\n```",
            ]
        }
        return parts + [
            """
            `<…>` stands for a parameter or for another key of the source. What the source says itself wins; \
            `params`, `headers`, `claims`, `tls`\(preset.type == "request" ? ", `call`" : "") merge by key, and null \
            takes an entry away.
            """,
            head("Quirks"), preset.notes.map { "- \($0)" }.joined(separator: "\n"),
        ]
    }

    private var defaults: String {
        preset.type == TokenSourceKeys.standardType ? preset.defaults : "type: \(preset.type)\n\(preset.defaults)"
    }

    private var cases: [(title: String, defaults: String)] {
        preset.cases.map { condition in
            let value = condition.value.map { ": \($0)" } ?? ""
            let type = condition.type.map { "type: \($0)\n" } ?? ""
            return ("With `\(condition.key)\(value)` besides:", type + condition.defaults)
        }
    }

    private var table: String {
        var rows = ["| key | default | meaning |", "|---|---|---|"]
        rows += preset.parameters.map { row($0) }
        for condition in preset.cases {
            rows += condition.parameters.map { row($0, required: "**required** with `\(condition.key)`") }
        }
        return rows.joined(separator: "\n")
    }

    private func row(_ parameter: PresetParameter, required: String = "**required**") -> String {
        let standard = parameter.isRequired ? required : parameter.standard ?? ""
        let secret = parameter.isSecret ? " The value is a secret." : ""
        return "| `\(parameter.name)` | \(standard) | \(parameter.doc)\(secret) Example: `\(parameter.example)` |"
    }
}
