import ArgumentParser
import JSON
import JobFile

/// `errand schema`: the job language for editors.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Prints the JSON Schema of job files, for completion and checks in editors.",
        discussion: """
            Editors with a YAML language server find it by the first line of a job file:

              # yaml-language-server: $schema=job.schema.json

            Examples:
              errand schema > job.schema.json
              errand schema --reference > reference.md      every key, as a page to read
            """)

    @Flag(help: "Prints the reference page (Markdown) instead.")
    var reference = false

    func run() {
        StandardOutput.write(reference ? JobLanguage.referencePage() : JobLanguage.jsonSchema().pretty() + "\n")
    }
}
