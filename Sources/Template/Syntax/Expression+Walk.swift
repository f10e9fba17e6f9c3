extension Expression {
    /// Visits the expression and all its parts, in the order of their places.
    ///
    /// - Parameter visit: also told whether the part may be missing, because `default` or `omit` follows it.
    func walk(mayBeMissing: Bool = false, _ visit: (Expression, Bool) -> Void) {
        visit(self, mayBeMissing)
        switch content {
        case .literal, .reference: break
        case .call(let call):
            for argument in call.arguments { argument.expression.walk(visit) }
        case .member(let base, _): base.walk(mayBeMissing: mayBeMissing, visit)
        case .filtered(let base, let calls):
            base.walk(mayBeMissing: calls.first?.filter.acceptsMissing ?? false, visit)
            for call in calls {
                for argument in call.arguments { argument.expression.walk(visit) }
            }
        case .not(let operand): operand.walk(visit)
        case .compared(let left, _, let right):
            left.walk(visit)
            right.walk(visit)
        case .all(let operands), .any(let operands):
            for operand in operands { operand.walk(visit) }
        }
    }

    /// The references in it.
    var references: [TemplateReference] {
        var found: [TemplateReference] = []
        walk { part, mayBeMissing in
            guard case .reference(let reference) = part.content else { return }
            found.append(
                TemplateReference(
                    root: reference.root, path: reference.path, range: reference.range, hasDefault: mayBeMissing))
        }
        return found
    }

    /// The names of the functions that it calls.
    var calledFunctions: [String] {
        var found: [String] = []
        walk { part, _ in
            if case .call(let call) = part.content { found.append(call.function.rawValue) }
        }
        return found
    }

    /// Where `omit` stands although nothing can be left out there.
    ///
    /// - Parameter isWhole: whether the expression is all of the template.
    func misplacedOmits(isWhole: Bool) -> [Range<Int>] {
        var found: [Range<Int>] = []
        walk { part, _ in
            guard case .filtered(_, let calls) = part.content, !(isWhole && part.range == range) else { return }
            found += calls.filter { $0.filter == .omit }.map(\.nameRange)
        }
        return found
    }
}
