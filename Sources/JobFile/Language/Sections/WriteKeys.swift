/// The keys of an entry of `write`.
enum WriteKeys {
    static let file = Key(
        "file", .template(.path), .item, required: true, public: true,
        doc: "The file's path, relative to the output folder, or stdout.", example: "orders.csv")
    static let format = Key(
        "format", .plain(ScalarReader<FileFormat>.word), standard: "by the path's ending; jsonl for stdout",
        doc: "How the records are written.", example: "csv")
    static let mode = Key(
        "mode", .plain(ScalarReader<SinkTemplate.Mode>.word), standard: "replace",
        doc: "What happens to what is there: it is replaced as a whole when the run has succeeded, or added to.",
        example: "append")

    static let section = Section(
        "write", noun: "an entry of write", title: "An entry of write",
        doc: "Where records go. A path is short for `{file: PATH}`, and `stdout` is standard output.",
        keys: [file, format, mode],
        example: """
            write: {file: orders.txt, format: csv, mode: append}
            """)

    /// An entry in its short or long form.
    static let entry = ValueShape<Either<LocatedTemplate, CheckedSection>>.either(
        .template(.path), or: .section(section))
}
