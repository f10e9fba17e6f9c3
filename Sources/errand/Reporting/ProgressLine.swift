import Engine
import HTTP
import Synchronization

/// The live line on a terminal: call, pages, records, records a second, bytes, waits.
final class ProgressLine: Sendable {
    /// How often the line is drawn at most.
    private static let interval = Duration.milliseconds(100)

    private struct State {
        var call = ""
        var start = ContinuousClock.now
        var pages = 0
        var records = 0
        var bytes = 0
        /// Until when a host is left alone, and why nothing seems to happen.
        var waitEnd: ContinuousClock.Instant?
        var ticker: Task<Void, Never>?
    }

    private let console: Console
    private let state = Mutex(State())

    init(_ console: Console) {
        self.console = console
    }

    func note(_ event: RunEvent) {
        state.withLock { state in
            switch event {
            case .callStarted(let name):
                let ticker = state.ticker
                state = State(call: name)
                state.ticker = ticker
            case .pageReceived(_, let records, let bytes):
                state.pages += 1
                state.records += records
                state.bytes += bytes
                state.waitEnd = nil
            case .exchange(_, let event), .tokenExchange(_, let event):
                if let wait = Self.wait(event) { state.waitEnd = .now + wait }
            case .callEnded:
                break
            }
        }
    }

    /// Begins to draw.
    func start() {
        let ticker = Task { [weak self] in
            while !Task.isCancelled {
                try? await Task.sleep(for: Self.interval)
                guard let self, !Task.isCancelled else { return }
                draw()
            }
        }
        state.withLock { $0.ticker = ticker }
    }

    /// Takes the line away.
    func stop() {
        state.withLock { $0.ticker.take() }?.cancel()
        console.showLiveLine("")
    }

    private func draw() {
        let line = state.withLock { state in
            // A line that is already to go is not drawn once more.
            state.ticker == nil ? "" : Self.line(state)
        }
        if !line.isEmpty { console.showLiveLine(line) }
    }

    private static func wait(_ event: ExchangeEvent) -> Duration? {
        switch event {
        case .retrying(let wait, _), .paused(_, let wait): wait
        default: nil
        }
    }

    private static func line(_ state: State) -> String {
        guard !state.call.isEmpty else { return "" }
        let seconds = max((ContinuousClock.now - state.start) / .seconds(1), 0.001)
        var parts = [
            state.call, Amount.count(state.pages, "page"), Amount.count(state.records, "record"),
            Amount.count(Int(Double(state.records) / seconds)) + " records/s", Amount.bytes(state.bytes),
        ]
        if let end = state.waitEnd, end > .now { parts.append("waiting " + Amount.duration(end - .now)) }
        return parts.joined(separator: " · ")
    }
}
