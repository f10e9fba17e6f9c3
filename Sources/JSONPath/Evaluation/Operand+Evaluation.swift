internal import JSON

extension Operand {
    /// The value, or nothing.
    func value(in context: FilterContext) -> OperandValue {
        switch self {
        case .literal(let literal): .literal(literal)
        case .query(let query): query.first(in: context).map(OperandValue.node) ?? .nothing
        case .function(let function): function.value(in: context)
        }
    }
}

extension ValueFunction {
    /// The function's result.
    func value(in context: FilterContext) -> OperandValue {
        switch kind {
        case .length(let operand):
            return Self.length(of: operand.value(in: context)).map { .literal(.number(JSONNumber($0))) } ?? .nothing
        case .count(let query):
            let count = query.selection(in: context).reduce(0) { count, _ in count + 1 }
            return .literal(.number(JSONNumber(count)))
        case .value(let query):
            var nodes = query.selection(in: context)
            guard let node = nodes.next(), nodes.next() == nil else { return .nothing }
            return .node(node)
        }
    }

    private static func length(of value: OperandValue) -> Int? {
        if let text = value.string { return text.unicodeScalars.count }
        guard case .node(let node) = value, node.kind == .array || node.kind == .object else { return nil }
        return node.count
    }
}
