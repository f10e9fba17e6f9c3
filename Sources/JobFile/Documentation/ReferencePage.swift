/// Makes the reference page out of the declaration of the language.
enum ReferencePage {
    static func text() -> String {
        let intro = """
            # The job file

            Every key of a job file, section by section. This page is generated from the declaration that the checker \
            itself uses.

            Where text is wanted, a plain number or boolean keeps its spelling. Durations are written `250ms`, `30s`, \
            `5m`, `2h` or `7d`, sizes `64KiB` or `10MB`, rates `20/s`, `600/m` or `5000/h`.

            *Evaluated* says when the `${…}` in a value are evaluated: `never` (a `${` is an error), at `load` (they see \
            `env`, `inputs`, `secrets` and `vars`), or at the `call` (they see `calls`, `auth` and `run` too; the item \
            of a loop, `page` and `record` where there is one).
            """
        return ([intro] + JobLanguage.sections.map(text(of:)) + [presets]).joined(separator: "\n\n") + "\n"
    }

    private static var presets: String {
        let intro = """
            ## Presets

            `preset: NAME` in a token source fills in what a known provider needs. The rest of the source's keys can be \
            said besides, and win.
            """
        return ([intro] + Presets.all.map { PresetText(preset: $0).section }).joined(separator: "\n\n")
    }

    private static func text(of section: Section) -> String {
        var parts = ["## \(section.title)", section.doc, table(of: section)]
        parts += section.groups.map(sentence(about:))
        parts.append("```yaml\n\(section.example)\n```")
        return parts.joined(separator: "\n\n")
    }

    private static func table(of section: Section) -> String {
        var rows = ["| key | value | default | evaluated | meaning |", "|---|---|---|---|---|"]
        for key in section.keys.map(\.declaration) {
            let standard = section.isWhole && key.isRequired ? "**required**" : key.standard.map(cell) ?? ""
            let evaluated = key.form.isMadeOfSections ? "by key" : key.evaluated.words
            let secret = key.isSecret ? " The value is a secret." : ""
            rows.append(
                "| `\(key.name)` | \(cell(key.form.linkedWords)) | \(standard) | \(evaluated) "
                    + "| \(cell(key.doc))\(secret) Example: `\(cell(key.example))` |")
        }
        return rows.joined(separator: "\n")
    }

    private static func sentence(about group: KeyGroup) -> String {
        let names = group.names.map { "`\($0)`" }.joined(separator: ", ")
        return group.isRequired ? "Just one of \(names)." : "At most one of \(names)."
    }

    private static func cell(_ text: String) -> String {
        text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
}
