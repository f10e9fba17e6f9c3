import Diagnostics
import State

/// Says why the state of a run could not be read or kept.
enum StateFailures {
    static func failure(_ error: StateError) -> RunFailure {
        switch error.code {
        case .overtaken:
            RunFailure(
                .tryLater,
                Diagnostic(
                    code: .overtaken, severity: .error, title: TerminalText.escape(error.message),
                    notes: ["the other run goes on; this one has stopped"]))
        case .cancelled:
            .cancelled
        case .busy:
            RunFailure(.tryLater, diagnostic(error))
        case .invalidLocation:
            RunFailure(.usage, diagnostic(error))
        case .unavailable, .cannotOpen, .damaged, .newer, .full, .notAllowed, .lost, .failed:
            RunFailure(.cannotWrite, diagnostic(error))
        }
    }

    private static func diagnostic(_ error: StateError) -> Diagnostic {
        Diagnostic(
            code: .stateFailed, severity: .error,
            title: "the state cannot be used: \(TerminalText.escape(error.message))",
            notes: ["without it nothing could be told of what was got before, so nothing was sent or kept"])
    }
}
