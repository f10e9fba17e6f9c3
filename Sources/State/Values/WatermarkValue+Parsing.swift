public import JSON

extension WatermarkValue {
    /// Why a value is no watermark, in words that go on after "is".
    public struct Problem: Error, Sendable, Hashable {
        /// `not a time: "yesterday"`.
        public let message: String
    }

    /// The longest text that is a watermark, in bytes.
    public static let textLimit = 16 << 10

    /// The value of a record's field.
    ///
    /// A time is a text as ``Instant/init(_:)`` reads it, or a number since 1970, also as a text of digits.
    ///
    /// - Parameter unit: what a number counts; by default seconds below 100,000,000,000 (the year 5138), else
    ///   milliseconds.
    public init(_ value: JSONValue, kind: Kind, unit: TimeUnit? = nil) throws(Problem) {
        switch (value, kind) {
        case (.string(let text), _): self = try Self.parse(text, kind, unit)
        case (.number(let number), .time): self = .time(try Self.time(ofNumber: number.text, unit))
        case (.number(let number), .integer): self = .integer(try Self.integer(number.text))
        case (.number(let number), .text): self = .text(number.text)
        default: throw Problem(message: "\(Self.name(of: value)), not \(Self.name(of: kind))")
        }
    }

    /// The value of a text: a record's, the job's `initial`, or the state's.
    public init(text: String, kind: Kind, unit: TimeUnit? = nil) throws(Problem) {
        self = try Self.parse(text, kind, unit)
    }

    private static func parse(_ text: String, _ kind: Kind, _ unit: TimeUnit?) throws(Problem) -> WatermarkValue {
        guard text.utf8.count <= textLimit else {
            throw Problem(message: "longer than \(textLimit) bytes, and no watermark is")
        }
        switch kind {
        case .text: return .text(text)
        case .integer: return .integer(try integer(text))
        case .time:
            // Eight digits are a date only with another form; as a number they are one.
            if ExactDecimal(text) != nil { return .time(try time(ofNumber: text, unit)) }
            if let instant = Instant(text) { return .time(instant) }
            throw Problem(message: "not a time: \(shown(text)); RFC 3339 or a number since 1970 is expected")
        }
    }

    private static func time(ofNumber text: String, _ unit: TimeUnit?) throws(Problem) -> Instant {
        guard let seconds = ExactDecimal(text)?.scaled(by: 0) else {
            throw Problem(message: "not a time: \(shown(text))")
        }
        let unit = unit ?? (seconds.magnitude < 100_000_000_000 ? .seconds : .milliseconds)
        if let instant = Instant(text, in: unit) { return instant }
        throw Problem(
            message: "not a time: \(shown(text)) \(unit == .seconds ? "seconds" : "milliseconds") since 1970 is"
                + " outside of the years 0 to 9999")
    }

    private static func integer(_ text: String) throws(Problem) -> WholeNumber {
        if let number = WholeNumber(text) { return number }
        throw Problem(message: "not a whole number: \(shown(text))")
    }

    private static func shown(_ text: String) -> String {
        text.utf8.count > 60 ? "\(text.prefix(50).debugDescription)…" : text.debugDescription
    }

    private static func name(of value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool: "a truth value"
        case .number: "a number"
        case .string: "text"
        case .array: "an array"
        case .object: "an object"
        }
    }

    private static func name(of kind: Kind) -> String {
        switch kind {
        case .time: "a time"
        case .integer: "a whole number"
        case .text: "text"
        }
    }
}
