/// A set of Unicode scalars: ranges, general categories, and whether the set is turned around.
struct ScalarClass: Sendable, Hashable {
    private(set) var ranges: [ClosedRange<UInt32>] = []
    private(set) var categories = CategorySet()
    /// Whether the set holds the scalars that are not in the ranges and categories.
    var isNegated = false
    /// Whether a scalar is in the set when its lower or upper case is.
    var ignoresCase = false

    /// What `.` matches in I-Regexp: anything but a line feed and a carriage return.
    static let anyButLineBreak = {
        var set = ScalarClass()
        set.insert(0x0A...0x0A)
        set.insert(0x0D...0x0D)
        set.isNegated = true
        return set
    }()

    /// What `.` matches under the flag `s`.
    static let any = {
        var set = ScalarClass()
        set.isNegated = true
        return set
    }()

    init() {}

    init(_ scalar: Unicode.Scalar) {
        ranges = [scalar.value...scalar.value]
    }

    mutating func insert(_ range: ClosedRange<UInt32>) {
        ranges.append(range)
    }

    mutating func insert(_ scalar: Unicode.Scalar) {
        ranges.append(scalar.value...scalar.value)
    }

    mutating func insert(_ set: CategorySet) {
        categories.formUnion(set)
    }

    /// Sorts and joins the ranges, so that equal sets are equal values and a look-up can halve.
    mutating func normalize() {
        guard ranges.count > 1 else { return }
        ranges.sort { $0.lowerBound < $1.lowerBound }
        var joined: [ClosedRange<UInt32>] = []
        for range in ranges {
            if let last = joined.last, range.lowerBound <= last.upperBound || range.lowerBound - 1 == last.upperBound {
                joined[joined.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        ranges = joined
    }

    /// Whether the set, which has to be normalized, holds the scalar.
    func contains(_ scalar: Unicode.Scalar) -> Bool {
        holds(scalar) != isNegated
    }

    private func holds(_ scalar: Unicode.Scalar) -> Bool {
        if holdsExactly(scalar) { return true }
        guard ignoresCase else { return false }
        if let lower = CaseFolding.lower(scalar), holdsExactly(lower) { return true }
        if let upper = CaseFolding.upper(scalar), holdsExactly(upper) { return true }
        return false
    }

    private func holdsExactly(_ scalar: Unicode.Scalar) -> Bool {
        if holdsInRanges(scalar.value) { return true }
        return !categories.isEmpty && categories.contains(scalar.properties.generalCategory)
    }

    private func holdsInRanges(_ value: UInt32) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            let range = ranges[middle]
            if value < range.lowerBound {
                high = middle
            } else if value > range.upperBound {
                low = middle + 1
            } else {
                return true
            }
        }
        return false
    }
}
