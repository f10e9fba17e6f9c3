import Sinks
import Testing

/// A sink that the behaviour suite tries: a format, and a place to write to.
struct SinkSubject: Sendable, CustomTestStringConvertible {
    enum Place: CaseIterable {
        case newFile, replacedFile, newAppendedFile, appendedFile, pipe
    }

    let format: RecordFormat
    let place: Place

    var testDescription: String { "\(format), \(place)" }

    /// Every format in every place, but for JSON that is added to.
    static let all: [SinkSubject] = [.json, .jsonl, .csv, .tsv, .txt].flatMap { format in
        Place.allCases.map { SinkSubject(format: format, place: $0) }
    }.filter { $0.format != .json || !$0.isAppending }

    /// Those that can be taken back.
    static let files = all.filter { $0.place != .pipe }

    /// Those that show nothing before they are published.
    static let staged = files.filter { !$0.isAppending }

    var isAppending: Bool { place == .newAppendedFile || place == .appendedFile }

    /// What stands in the place before.
    var before: String? {
        switch (place, format) {
        case (.newFile, _), (.newAppendedFile, _), (.pipe, _): nil
        case (_, .json): "[0]\n"
        case (_, .jsonl): "{\"id\":0}\n"
        case (_, .csv), (_, .tsv): "id\n0\n"
        case (_, .txt): "0\n"
        }
    }

    /// What stands there after records with one field, `id`.
    func after(_ ids: Range<Int>) -> String {
        let start = isAppending ? before ?? "" : ""
        let header = start.isEmpty && !ids.isEmpty && (format == .csv || format == .tsv) ? "id\n" : ""
        switch format {
        case .json:
            return ids.isEmpty ? "[]\n" : "[\n" + ids.map { "{\"id\":\($0)}" }.joined(separator: ",\n") + "\n]\n"
        case .jsonl: return start + ids.map { "{\"id\":\($0)}\n" }.joined()
        case .csv, .tsv, .txt: return start + header + ids.map { "\($0)\n" }.joined()
        }
    }
}

/// A sink of the suite, opened.
struct OpenSubject {
    let sink: any Sink
    private let folder = try? TemporaryFolder()
    private let pipe: PipeReader?

    init(_ subject: SinkSubject) throws {
        let folder = try #require(folder)
        pipe = subject.place == .pipe ? PipeReader() : nil
        if let before = subject.before { try folder.write(before, to: "out") }
        sink = try SinkConfiguration(
            target: .file(pipe?.path ?? folder("out")), format: subject.format,
            mode: subject.isAppending ? .append : .replace
        ).open()
    }

    /// What stands in its place; of a pipe what came out of it.
    func text() throws -> String? {
        if let pipe { return try pipe.text() }
        return folder?.text(of: "out")
    }

    /// The names in its folder.
    var names: [String] { folder?.names ?? [] }
}
