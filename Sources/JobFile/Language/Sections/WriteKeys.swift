/// The keys of an entry of `write`.
enum WriteKeys {
    static let file = Key(
        "file", .template(.path), .window, public: true,
        doc: "The file's path, relative to the output folder, or stdout; .gz and .zst at its end compress it.",
        example: "orders.csv")
    static let sqlite = Key(
        "sqlite", .template(.path), .window, public: true,
        doc: "The SQLite database's path, relative to the output folder.", example: "shop.db")
    static let postgres = Key(
        "postgres", .template, .load, secret: true, doc: "The PostgreSQL database's URL.",
        example: "${secrets.warehouse}")
    static let table = Key(
        "table", .loaded(.table), .load, public: true, doc: "The table, which is made and widened to fit.",
        example: "orders")
    static let key = Key(
        "key", .oneOrMore(.plain(.text)), doc: "The field, or fields, by which the table's records are told apart.",
        example: "id")
    static let delete = Key(
        "delete", .plain(.condition),
        doc: "What holds on a record, before `fields`, that is to be removed from the table.",
        example: "$.deleted == true")
    static let format = Key(
        "format", .plain(ScalarReader<FileFormat>.word), standard: "by the path's ending; jsonl for stdout",
        doc: "How the records are written to a file.", example: "csv")
    static let mode = Key(
        "mode", .plain(ScalarReader<SinkTemplate.Mode>.word), standard: "merge with a key, otherwise replace",
        doc: """
            What happens to what is there: it is replaced as a whole when the run has succeeded, or added to, or a \
            record takes the place of the one with the same key.
            """,
        example: "append")

    static let section = Section(
        "write", noun: "an entry of write", title: "An entry of write",
        doc: "Where records go. A path is short for `{file: PATH}`, and `stdout` is standard output.",
        keys: [file, sqlite, postgres, table, key, delete, format, mode],
        groups: [.exactlyOne("file", "sqlite", "postgres")],
        example: """
            write:
              - {file: orders.txt, format: csv, mode: append}
              - {sqlite: shop.db, table: orders, key: id, delete: $.deleted == true}
              - {postgres: "${env.DATABASE_URL}", table: orders, key: [region, id], mode: merge}
            """)

    /// An entry in its short or long form.
    static let entry = ValueShape<Either<LocatedTemplate, CheckedSection>>.either(
        .template(.path), or: .section(section))
}
