/// A distance between watermarks: a `lookback`, or the size of a window.
public enum WatermarkStep: Sendable, Hashable {
    /// Between times.
    case time(Duration)
    /// Between whole numbers.
    case integer(Int)
}

extension WatermarkValue {
    /// The value so much before this one; nil when the distance is for another type (text has none).
    public func minus(_ step: WatermarkStep) -> WatermarkValue? {
        switch (self, step) {
        case (.time(let instant), .time(let duration)): .time(instant - duration)
        case (.integer(let number), .integer(let count)): .integer(number - WholeNumber(count))
        default: nil
        }
    }

    /// The value so much after this one; nil when the distance is for another type.
    public func plus(_ step: WatermarkStep) -> WatermarkValue? {
        switch (self, step) {
        case (.time(let instant), .time(let duration)): .time(instant + duration)
        case (.integer(let number), .integer(let count)): .integer(number + WholeNumber(count))
        default: nil
        }
    }
}
