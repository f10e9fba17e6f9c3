/// The keys of `for_each.in` with the rows of a file.
enum LoopFileKeys {
    static let file = Key(
        "file", .template(.path), .call, required: true,
        doc: "A file of CSV, JSON or JSON Lines, by its ending; a relative path starts from the current folder.",
        example: "skus.csv")

    static let section = Section(
        "loop_file", noun: "a file of items", title: "Items from a file", doc: "The rows of a file are the items.",
        keys: [file],
        example: """
            for_each: {in: {file: skus.csv}}
            """)
}
