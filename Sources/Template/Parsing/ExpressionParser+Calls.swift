internal import IRegexp
internal import JSON

extension ExpressionParser {
    /// A filter after its `|`; nil when there is none of that name, which is noted.
    mutating func parseFilter() throws(TemplateError) -> FilterCall? {
        guard case .name(let name) = current.kind else {
            throw unexpected(current.kind == .end ? "a filter belongs after the |" : nil)
        }
        let nameRange = current.range
        advance()
        let filter = Filter(rawValue: name)
        let arguments = try parseArguments(filter?.parameters)
        guard let filter else {
            note("unknown filter '\(name)'", hint: Self.hintForFilter(name), at: nameRange)
            return nil
        }
        let range = nameRange.lowerBound..<end
        check(arguments.count, filter.parameters, of: filter.rawValue, usage: filter.usage, at: range)
        checkGroup(of: filter, arguments)
        return FilterCall(filter: filter, arguments: arguments, nameRange: nameRange)
    }

    /// A function, whose name is the current token.
    mutating func parseCall(_ name: String) throws(TemplateError) -> Expression {
        let nameRange = current.range
        advance()
        let function = Function(rawValue: name)
        let arguments = try parseArguments(function?.parameters)
        let range = nameRange.lowerBound..<end
        guard let function else {
            note("unknown function '\(name)'", hint: Self.hintForFunction(name), at: nameRange)
            return Expression(content: .literal(.null), range: range)
        }
        check(arguments.count, function.parameters, of: function.rawValue, usage: function.usage, at: range)
        return Expression(
            content: .call(FunctionCall(function: function, arguments: arguments, range: range)), range: range)
    }

    /// What stands in brackets, if there are any.
    private mutating func parseArguments(_ parameters: [Parameter]?) throws(TemplateError) -> [Argument] {
        guard take(.openParenthesis) else { return [] }
        var arguments: [Argument] = []
        if take(.closeParenthesis) { return arguments }
        repeat {
            let place = arguments.count
            let parameter = parameters.flatMap { place < $0.count ? $0[place] : nil }
            arguments.append(try parseArgument(parameter))
        } while take(.comma)
        guard take(.closeParenthesis) else { throw unexpected(current.kind == .end ? "a ) is missing" : nil) }
        return arguments
    }

    private mutating func parseArgument(_ parameter: Parameter?) throws(TemplateError) -> Argument {
        if parameter?.kind == .duration, case .duration(let text) = current.kind {
            let expression = Expression(content: .literal(.string(text)), range: current.range)
            advance()
            return Argument(expression: expression, prepared: TimeSpan(text).map(PreparedArgument.duration))
        }
        let expression = try nested { parser throws(TemplateError) in try parser.parseAny() }
        guard let parameter, case .literal(let value) = expression.content else {
            return Argument(expression: expression, prepared: nil)
        }
        do throws(TemplateError) {
            return Argument(
                expression: expression, prepared: try parameter.prepare(value, at: expression.range))
        } catch {
            note(error)
            return Argument(expression: expression, prepared: nil)
        }
    }

    private mutating func check(
        _ count: Int, _ parameters: [Parameter], of name: String, usage: String, at range: Range<Int>
    ) {
        let fewest = parameters.prefix { !$0.isOptional }.count
        guard count < fewest || count > parameters.count else { return }
        let wanted =
            switch parameters.count {
            case 0: "takes no argument"
            case fewest: "takes \(fewest) argument\(fewest == 1 ? "" : "s")"
            default: "takes \(fewest) or \(parameters.count) arguments"
            }
        note("'\(name)' \(wanted)", hint: "write \(usage)", at: range)
    }

    private mutating func checkGroup(of filter: Filter, _ arguments: [Argument]) {
        guard filter == .regex, arguments.count == 2, case .pattern(let pattern)? = arguments[0].prepared,
            case .literal(.number(let number)) = arguments[1].expression.content, let group = number.int,
            group > pattern.groupCount
        else { return }
        note(RegexGroup.missing(group, in: pattern, at: arguments[1].expression.range))
    }

    private static func hintForFilter(_ name: String) -> String {
        if Function(rawValue: name) != nil { return "it is a function: write \(name)(…) without a |" }
        let nearest = Filter.foreignNames[name]?.rawValue ?? NearestWord.of(name, in: Filter.allCases.map(\.rawValue))
        return nearest.map { "did you mean '\($0)'?" }
            ?? "the filters are " + Filter.allCases.map(\.rawValue).joined(separator: ", ")
    }

    private static func hintForFunction(_ name: String) -> String {
        if let filter = Filter(rawValue: name) { return "it is a filter: write … | \(filter.usage)" }
        if name == "env" { return "write env.NAME" }
        let nearest = NearestWord.of(name, in: Function.allCases.map(\.rawValue))
        return nearest.map { "did you mean '\($0)()'?" }
            ?? "the functions are " + Function.allCases.map(\.usage).joined(separator: ", ")
    }
}
