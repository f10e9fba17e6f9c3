internal import Template
internal import Diagnostics

/// An entry of `write` whichever form it has, or another file that a call writes.
struct WriteEntry {
    /// The path.
    let path: LocatedTemplate
    /// The format as written, or by the path's ending.
    let format: FileFormat?
    /// Whether the format is written.
    let isFormatGiven: Bool
    /// What happens to what is there.
    let mode: SinkTemplate.Mode
    /// Where the entry stands.
    let span: SourceSpan

    init(_ entry: Either<LocatedTemplate, CheckedSection>) {
        switch entry {
        case .short(let path):
            self.init(path: path, format: nil, mode: .replace, span: path.span)
        case .long(let section):
            let path = section[WriteKeys.file] ?? LocatedTemplate(.literal(""), at: section.span)
            self.init(
                path: path, format: section[WriteKeys.format]?.value,
                mode: section[WriteKeys.mode]?.value ?? .replace, span: section.span)
        }
    }

    private init(path: LocatedTemplate, format: FileFormat?, mode: SinkTemplate.Mode, span: SourceSpan) {
        self.path = path
        self.format = format ?? FileFormat(path: TemplateText(path.template.text).literalTail)
        isFormatGiven = format != nil
        self.mode = mode
        self.span = span
    }

    /// Those of a call.
    static func entries(of call: CheckedCall) -> [WriteEntry] {
        (call.section[CallKeys.write] ?? []).map { WriteEntry($0) }
    }

    /// The word that means standard output.
    static let stdout = "stdout"

    /// Whether it goes to standard output.
    var isStdout: Bool { path.template.literalText == Self.stdout }
}
