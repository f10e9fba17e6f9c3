import JobFile
import State

extension WatermarkField {
    /// How the state reads values.
    var kind: WatermarkValue.Kind {
        switch type {
        case .time: .time
        case .integer: .integer
        case .text: .text
        }
    }

    /// What a number in a record counts; nil to tell by its size.
    var unit: TimeUnit? {
        switch format {
        case .unix: .seconds
        case .unixMilliseconds: .milliseconds
        case .rfc3339, .pattern: nil
        }
    }

    /// How far a run goes back; nil for not at all.
    var lookbackStep: WatermarkStep? {
        switch lookback {
        case .none: nil
        case .time(let duration): .time(duration)
        case .integer(let count): .integer(count)
        }
    }

    /// Where a run begins that is to go on from a watermark: less `lookback`, and down to what a request can say.
    ///
    /// With `format: unix` a request names whole seconds, so everything of the first second comes again.
    func boundary(of watermark: WatermarkValue) -> WatermarkValue {
        rounded(lookbackStep.flatMap { watermark.minus($0) } ?? watermark)
    }

    /// The value down to what a request can say.
    func rounded(_ value: WatermarkValue) -> WatermarkValue {
        guard case .time(let instant) = value else { return value }
        return .time(instant.floored(to: precision))
    }

    /// The smallest difference that a request can say, in nanoseconds.
    private var precision: Int128 {
        let second: Int128 = 1_000_000_000
        switch format {
        case .rfc3339: return 1
        case .unix: return second
        case .unixMilliseconds: return second / 1000
        case .pattern(let pattern):
            let digits = pattern.filter { $0 == "S" }.count
            if digits > 0 { return (0..<min(digits, 9)).reduce(second) { step, _ in step / 10 } }
            if pattern.contains("s") { return second }
            if pattern.contains("m") { return 60 * second }
            return pattern.contains("H") ? 3600 * second : 86_400 * second
        }
    }
}

extension Instant {
    fileprivate func floored(to step: Int128) -> Instant {
        guard step > 1 else { return self }
        let rest = nanoseconds % step
        let floor = nanoseconds - (rest < 0 ? rest + step : rest)
        return Instant(nanoseconds: floor) ?? self
    }
}

extension WatermarkValue {
    /// A value of the state, which wrote it in its canonical spelling.
    init?(kept text: String?, kind: Kind) {
        guard let text, let value = try? WatermarkValue(text: text, kind: kind) else { return nil }
        self = value
    }
}
