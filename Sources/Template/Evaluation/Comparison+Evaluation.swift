internal import JSON

extension Comparison {
    /// Whether the comparison holds.
    ///
    /// Values of different kinds are never equal. Only two numbers or two texts have an order: numbers by their value,
    /// texts by their characters.
    ///
    /// - Throws: when there is no order between the two.
    func holds(_ left: TemplateValue, _ right: TemplateValue, at range: Range<Int>) throws(TemplateError) -> Bool {
        switch self {
        case .equal: return Self.areEqual(left, right)
        case .notEqual: return !Self.areEqual(left, right)
        case .less: return try Self.isLess(left, right, self, range)
        case .greaterOrEqual: return !(try Self.isLess(left, right, self, range))
        case .greater: return try Self.isLess(right, left, self, range)
        case .lessOrEqual: return !(try Self.isLess(right, left, self, range))
        }
    }

    private static func areEqual(_ left: TemplateValue, _ right: TemplateValue) -> Bool {
        left.kind == right.kind && left.json.equals(right.json)
    }

    private static func isLess(
        _ left: TemplateValue, _ right: TemplateValue, _ comparison: Comparison, _ range: Range<Int>
    ) throws(TemplateError) -> Bool {
        switch (left.json, right.json) {
        case (.number(let left), .number(let right)): return left < right
        case (.string(let left), .string(let right)): return left.utf8.lexicographicallyPrecedes(right.utf8)
        case (.string, .number), (.number, .string):
            throw TemplateError(
                message: "\(comparison.rawValue) cannot compare a number with text",
                hint: "make it a number by | number",
                range: range)
        case (let left, let right):
            let kinds = left.kind == right.kind ? left.kind.phrase : "\(left.kind.phrase) with \(right.kind.phrase)"
            throw TemplateError(
                message: "\(comparison.rawValue) cannot compare \(kinds)", hint: "it takes two numbers or two texts",
                range: range)
        }
    }
}
