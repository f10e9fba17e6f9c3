internal import Template
internal import Diagnostics

/// An entry of `write` whichever form it has, or another file that a call writes.
struct WriteEntry {
    /// What is written to.
    enum Target {
        /// A file, or standard output.
        case file(LocatedTemplate)
        /// A database file.
        case sqlite(LocatedTemplate)
        /// A database by its URL.
        case postgres(LocatedTemplate)
    }

    /// What is written to.
    let target: Target
    /// The format as written, or by the path's ending; nil for tables.
    let format: FileFormat?
    /// Whether the format is written.
    let isFormatGiven: Bool
    /// What happens to what is there.
    let mode: SinkTemplate.Mode
    /// Where the entry stands.
    let span: SourceSpan
    /// The keys, in the long form.
    let section: CheckedSection?

    init(_ entry: Either<LocatedTemplate, CheckedSection>) {
        switch entry {
        case .short(let path):
            self.init(target: .file(path), format: nil, mode: .replace, span: path.span, section: nil)
        case .long(let section):
            let target: Target
            if let path = section[WriteKeys.sqlite] {
                target = .sqlite(path)
            } else if let url = section[WriteKeys.postgres] {
                target = .postgres(url)
            } else {
                target = .file(section[WriteKeys.file] ?? LocatedTemplate(.literal(""), at: section.span))
            }
            let isTable = section.has(WriteKeys.sqlite) || section.has(WriteKeys.postgres)
            let standard: SinkTemplate.Mode = isTable && section.has(WriteKeys.key) ? .merge : .replace
            self.init(
                target: target, format: section[WriteKeys.format]?.value,
                mode: section[WriteKeys.mode]?.value ?? standard, span: section.span, section: section)
        }
    }

    private init(
        target: Target, format: FileFormat?, mode: SinkTemplate.Mode, span: SourceSpan, section: CheckedSection?
    ) {
        self.target = target
        if case .file(let path) = target {
            self.format = format ?? FileFormat(path: TemplateText(path.template.text).literalTail)
        } else {
            self.format = nil
        }
        isFormatGiven = format != nil
        self.mode = mode
        self.span = span
        self.section = section
    }

    /// Those of a call.
    static func entries(of call: CheckedCall) -> [WriteEntry] {
        (call.section[CallKeys.write] ?? []).map { WriteEntry($0) }
    }

    /// The word that means standard output.
    static let stdout = "stdout"

    /// The path of a file or of a database file.
    var path: LocatedTemplate? {
        switch target {
        case .file(let path), .sqlite(let path): path
        case .postgres: nil
        }
    }

    /// Whether it is a table.
    var isTable: Bool {
        if case .file = target { false } else { true }
    }

    /// Whether it goes to standard output.
    var isStdout: Bool {
        if case .file(let path) = target { path.template.literalText == Self.stdout } else { false }
    }
}
