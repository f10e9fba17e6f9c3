import Diagnostics
import JobFile
import Sinks
import State

/// Says why an output could not be written.
enum OutputFailures {
    static func failure(_ error: SinkError, at span: SourceSpan?) -> RunFailure {
        RunFailure(
            error.code == .overtaken ? .tryLater : .cannotWrite,
            Diagnostic(
                code: error.code == .brokenPipe
                    ? .outputClosed : error.code == .overtaken ? .overtaken : .outputFailed,
                title: TerminalText.escape(error.description), span: span,
                label: "this output", notes: [error.advice].compactMap { $0 }))
    }

    static func failure(_ error: OutputError, at span: SourceSpan?) -> RunFailure {
        switch error {
        case .sink(let error): failure(error, at: span)
        case .state(let error): StateFailures.failure(error)
        }
    }

    /// Something that could not be taken back.
    static func warning(_ error: SinkError) -> Diagnostic {
        Diagnostic(
            code: .outputFailed, severity: .warning, title: TerminalText.escape(error.description),
            notes: [error.advice].compactMap { $0 })
    }
}

extension RecordFormat {
    /// The sink's format for a format of the job language.
    init(_ format: FileFormat) {
        switch format {
        case .json: self = .json
        case .jsonl: self = .jsonl
        case .csv: self = .csv
        case .tsv: self = .tsv
        case .txt: self = .txt
        }
    }
}
