internal import JSON

/// Works out expressions.
struct Evaluator<Scope: TemplateScope> {
    let scope: Scope

    /// The value of an expression.
    ///
    /// - Throws: also when something is missing.
    func value(of expression: Expression) throws(TemplateError) -> TemplateValue {
        switch try find(expression) {
        case .value(let value): return value
        case .missing(let error): throw error
        }
    }

    private func find(_ expression: Expression) throws(TemplateError) -> Finding {
        switch expression.content {
        case .literal(let value): return .value(TemplateValue(value))
        case .reference(let reference): return try find(reference)
        case .call(let call): return .value(try value(of: call))
        case .member(let base, let steps):
            let found = try find(base)
            guard case .value(let value) = found else { return found }
            return walk(steps[...], from: value, start: expression.range.lowerBound) { _ in "this" }
        case .filtered(let base, let calls): return .value(try filtered(base, calls))
        case .not(let operand): return .value(TemplateValue(.bool(!(try truth(of: operand, in: .not)))))
        case .compared(let left, let comparison, let right):
            let operands = (try value(of: left), try value(of: right))
            return .value(TemplateValue(.bool(try comparison.holds(operands.0, operands.1, at: expression.range))))
        case .all(let operands):
            for operand in operands where !(try truth(of: operand, in: .and)) {
                return .value(TemplateValue(.bool(false)))
            }
            return .value(TemplateValue(.bool(true)))
        case .any(let operands):
            for operand in operands where try truth(of: operand, in: .or) { return .value(TemplateValue(.bool(true))) }
            return .value(TemplateValue(.bool(false)))
        }
    }

    // MARK: References

    private func find(_ reference: Reference) throws(TemplateError) -> Finding {
        let found: TemplateLookup?
        do throws(TemplateError) {
            found = try scope.lookup(reference.root, reference.path)
        } catch {
            throw error.placed(at: reference.range)
        }
        guard let found else {
            return .missing(
                TemplateError(
                    message: "'\(reference.spelling(steps: reference.steps.count))' has no value",
                    hint: Self.missingHint, range: reference.range))
        }
        let consumed = max(0, min(found.consumed, reference.steps.count))
        return walk(reference.steps[consumed...], from: found.value, start: reference.range.lowerBound) { place in
            "'\(reference.spelling(steps: place))'"
        }
    }

    /// Goes on from a value step by step.
    ///
    /// - Parameter name: what to call the value before a step.
    private func walk(
        _ steps: ArraySlice<PlacedStep>, from value: TemplateValue, start: Int, _ name: (Int) -> String
    ) -> Finding {
        var value = value
        for (place, step) in zip(steps.indices, steps) {
            guard let part = value.part(step.step) else {
                return .missing(
                    TemplateError(
                        message: "\(name(place)) " + Self.lack(of: step.step, in: value), hint: Self.missingHint,
                        range: start..<step.end))
            }
            value = part
        }
        return .value(value)
    }

    /// Why a step leads nowhere.
    private static func lack(of step: TemplatePathStep, in value: TemplateValue) -> String {
        switch (step, value.kind) {
        case (.name(let name), .object): "has no member '\(name)'"
        case (.name(let name), .array): "is a list, which has no member '\(name)'; [0] takes its first element"
        case (.name(let name), let kind): "is \(kind.phrase), which has no member '\(name)'"
        case (.index(let index), .array): "has no element [\(index)]; it has \(value.count ?? 0)"
        case (.index, let kind): "is \(kind.phrase), which has no elements"
        }
    }

    private static var missingHint: String { "if it may be missing, add | default(…)" }

    // MARK: Functions and filters

    private func value(of call: FunctionCall) throws(TemplateError) -> TemplateValue {
        switch call.function {
        case .now: return TemplateValue(Moment(secondsSince1970: scope.functions.now()).text)
        case .uuid: return TemplateValue(scope.functions.uuid())
        case .read:
            guard let argument = call.arguments.first else { return .null }
            let path = try value(of: argument.expression).insertedText(at: argument.expression.range)
            do throws(TemplateError) {
                let text = try scope.functions.read(path)
                try Limits.check(text, at: call.range)
                return TemplateValue(text)
            } catch {
                throw error.placed(at: call.range)
            }
        }
    }

    private func filtered(_ base: Expression, _ calls: [FilterCall]) throws(TemplateError) -> TemplateValue {
        var rest = calls[...]
        var value: TemplateValue
        switch try find(base) {
        case .value(let found): value = found
        case .missing(let error):
            guard rest.first?.filter.acceptsMissing ?? false else { throw error }
            value = .null
        }
        while let call = rest.popFirst(), !value.isOmitted {
            switch call.filter {
            case .omit: if value.isNull { value = TemplateValue(.omitted, isSecret: value.isSecret) }
            case .default: if value.isNull { value = try self.value(of: call.arguments[0].expression) }
            default:
                var arguments: [TemplateValue] = []
                for argument in call.arguments { arguments.append(try self.value(of: argument.expression)) }
                let application = FilterApplication(
                    value: value, call: call, arguments: arguments, functions: scope.functions)
                value = try application.result()
            }
        }
        return value
    }

    // MARK: Logic

    /// True or false; null counts as false.
    private func truth(of operand: Expression, in operation: Token.Symbol) throws(TemplateError) -> Bool {
        let value = try value(of: operand)
        if value.isNull { return false }
        if let bool = value.bool { return bool }
        throw TemplateError(
            message: "\(operation.rawValue) takes true or false, not \(value.kind.phrase)",
            hint: operation == .or
                ? "for a value of last resort write | default(…)" : "compare it with something, such as != null",
            range: operand.range)
    }
}
