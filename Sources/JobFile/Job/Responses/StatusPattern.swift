/// Statuses of answers: `404`, `4xx`, `500-599`, or a list of such.
public struct StatusPattern: Sendable, Hashable, CustomStringConvertible {
    /// The ranges, each with its ends.
    public let ranges: [ClosedRange<Int>]

    /// Makes a pattern of ranges.
    public init(_ ranges: [ClosedRange<Int>]) {
        self.ranges = ranges
    }

    /// Any 2xx.
    public static let success = StatusPattern([200...299])

    /// Whether a status is one of them.
    public func matches(_ status: Int) -> Bool { ranges.contains { $0.contains(status) } }

    /// The pattern as it would be written.
    public var description: String {
        ranges.map { range in
            if range.count == 1 { return String(range.lowerBound) }
            if range.count == 100, range.lowerBound % 100 == 0 { return "\(range.lowerBound / 100)xx" }
            return "\(range.lowerBound)-\(range.upperBound)"
        }.joined(separator: ", ")
    }
}
