extension DiagnosticRegistry {
    /// The page of the documentation, in Markdown: each code with its title and what there is to say about it.
    public func page() -> String {
        var page = """
            # Diagnostics

            Every code that errand prints, what it means, and what to do. Codes are stable: E00xx are about files and \
            the syntax of YAML, E01xx about its traps, E02xx about keys and values, E03xx about templates, E04xx about \
            JSONPath, E05xx about references, E06xx about meaning, E07xx about inputs and secrets, E1xxx about a run.

            """
        for explanation in explanations {
            page += "\n## \(explanation.code): \(explanation.title)\n\n\(explanation.explanation)\n"
        }
        return page
    }
}
