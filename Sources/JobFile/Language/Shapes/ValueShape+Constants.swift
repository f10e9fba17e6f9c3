internal import Diagnostics
internal import YAML

extension ValueShape where Value == Bool {
    /// `false`, which turns something off.
    static var off: ValueShape { constant(false) }

    /// `true`, which turns something on.
    static var on: ValueShape { constant(true) }

    private static func constant(_ value: Bool) -> ValueShape {
        let form = ScalarForm(.boolean, String(value), plural: "booleans", allowed: [String(value)])
        return ValueShape(.scalar(form)) { node, checker in
            guard let scalar = node.scalar, scalar.value == .bool(value) else {
                checker.diagnostics.error(.wrongType, "only \(value) is possible here", at: node.span)
                return nil
            }
            return value
        }
    }
}
