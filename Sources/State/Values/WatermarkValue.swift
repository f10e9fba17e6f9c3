/// The value of a call's `field`: it says which records are newer than others.
public enum WatermarkValue: Sendable, Hashable {
    /// A moment; two spellings of the same are equal.
    case time(Instant)
    /// A whole number of any size.
    case integer(WholeNumber)
    /// Text, ordered by its bytes in UTF-8.
    case text(String)

    /// Of which type a value is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A moment.
        case time
        /// A whole number.
        case integer
        /// Text.
        case text
    }

    /// Of which type it is.
    public var kind: Kind {
        switch self {
        case .time: .time
        case .integer: .integer
        case .text: .text
        }
    }

    /// The spelling in which it is kept, and which reads back as the same value.
    public var canonical: String {
        switch self {
        case .time(let instant): instant.rfc3339
        case .integer(let number): number.text
        case .text(let text): text
        }
    }

    /// A number in the same order: of two values the greater one's is not less.
    ///
    /// Times count nanoseconds from 1970 (1677 to 2262; others take the nearest end), text its first eight bytes.
    public var orderKey: Int64 {
        switch self {
        case .time(let instant):
            return Int64(clamping: instant.nanoseconds)
        case .integer(let number):
            return number.clamped
        case .text(let text):
            let first = text.utf8.prefix(8)
            let number = first.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } << (8 * UInt64(8 - first.count))
            return Int64(bitPattern: number ^ (1 << 63))
        }
    }
}

extension WatermarkValue: Comparable {
    /// Whether the first is less; of different types, which a call never mixes, time is before integer before text.
    public static func < (left: WatermarkValue, right: WatermarkValue) -> Bool {
        switch (left, right) {
        case (.time(let left), .time(let right)): left < right
        case (.integer(let left), .integer(let right)): left < right
        case (.text(let left), .text(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
        case (.time, _), (.integer, .text): true
        default: false
        }
    }

    /// Whether both are the same value; text is compared by its bytes, as it is ordered.
    public static func == (left: WatermarkValue, right: WatermarkValue) -> Bool {
        switch (left, right) {
        case (.time(let left), .time(let right)): left == right
        case (.integer(let left), .integer(let right)): left == right
        case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
        default: false
        }
    }

    /// Feeds what equality compares.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .time(let instant): hasher.combine(instant)
        case .integer(let number): hasher.combine(number)
        case .text(let text): for byte in text.utf8 { hasher.combine(byte) }
        }
    }
}
