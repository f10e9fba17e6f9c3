/// The keys of a part of `multipart`.
enum PartKeys {
    static let file = Key(
        "file", .template(.path), .request,
        doc: "The file whose bytes are the part; a relative path starts from the current folder.",
        example: "note.txt")
    static let value = Key("value", .texts, .request, doc: "The part's text.", example: "A note")
    static let fileName = Key(
        "filename", .template, .request, standard: "the file's own", doc: "The file name that is sent along.",
        example: "note-1.txt")
    static let type = Key(
        "type", .template, .request, standard: "application/octet-stream for a file",
        doc: "The part's content type.", example: "text/plain")

    static let section = Section(
        "part", noun: "a part", title: "A part of a multipart body", doc: "Plain text is short for `{value: TEXT}`.",
        keys: [file, value, fileName, type], groups: [.exactlyOne("file", "value")],
        example: """
            multipart:
              title: A note
              data: {file: note.txt, filename: note-1.txt, type: text/plain}
            """)

    /// A part in its short or long form.
    static let part = ValueShape<Either<[ValueTemplate], CheckedSection>>.either(.texts, or: .section(section))
}
