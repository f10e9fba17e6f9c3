internal import IRegexp
internal import JSON

extension QueryParser {
    /// A call; `(` stands at the cursor, right after the name.
    mutating func parseCall(_ name: String, at nameRange: Range<Int>) throws(JSONPathError) -> Primary {
        guard let function = FunctionName(rawValue: name) else { throw unknownFunction(name, at: nameRange) }
        let arguments = try parseArguments(of: function)
        let range = nameRange.lowerBound..<position
        guard arguments.count == function.argumentCount else {
            let wanted = function.argumentCount == 1 ? "one argument" : "two arguments"
            throw error("\(name) takes \(wanted), not \(arguments.count)", at: range)
        }
        switch function {
        case .length:
            let operand = try value(arguments[0], of: function)
            return .function(ValueFunction(kind: .length(operand), range: range))
        case .count:
            return .function(ValueFunction(kind: .count(try nodes(arguments[0], of: function)), range: range))
        case .value:
            return .function(ValueFunction(kind: .value(try nodes(arguments[0], of: function)), range: range))
        case .match, .search:
            let text = try value(arguments[0], of: function)
            let pattern = try pattern(arguments[1], of: function)
            return .test(PatternTest(text: text, pattern: pattern, isWhole: function == .match, range: range))
        }
    }

    private mutating func parseArguments(of function: FunctionName) throws(JSONPathError) -> [Primary] {
        let open = position
        position += 1
        return try nested(openedAt: open) { parser throws(JSONPathError) in
            parser.skipSpace()
            if parser.take(")") { return [] }
            var arguments: [Primary] = []
            repeat {
                arguments.append(try parser.parsePrimary(.argument))
                try parser.refuseComparison(
                    "\(function.rawValue) takes values, not a comparison",
                    hint: arguments.count == function.argumentCount ? "close the parenthesis before it" : nil)
            } while parser.takeSpaced(",")
            parser.skipSpace()
            guard parser.take(")") else { throw parser.strayInExpression(closing: open) }
            return arguments
        }
    }

    /// An argument of the type ValueType.
    private func value(_ argument: Primary, of function: FunctionName) throws(JSONPathError) -> Operand {
        switch argument {
        case .literal(let literal, _): return .literal(literal)
        case .function(let function): return .function(function)
        case .query(let query) where query.isSingular: return .query(query)
        case .query(let query):
            throw error(
                "\(function.rawValue) takes one value, and this query may select several nodes",
                hint: function == .length
                    ? "`count(\(excerpt(query.range)))` is how many it selects"
                    : "`value(\(excerpt(query.range)))` is the only one it selects", at: query.range)
        case .test(let test):
            throw error("\(function.rawValue) takes a value, not true or false", at: test.range)
        }
    }

    /// An argument of the type NodesType.
    private func nodes(_ argument: Primary, of function: FunctionName) throws(JSONPathError) -> Query {
        guard case .query(let query) = argument else {
            throw error(
                "\(function.rawValue) takes a query", hint: "such as `\(function.rawValue)(\(usualStart).items[*])`",
                at: argument.range)
        }
        return query
    }

    private mutating func pattern(
        _ argument: Primary, of function: FunctionName
    ) throws(JSONPathError) -> PatternTest.Pattern {
        guard case .literal(let literal, let range) = argument else {
            return .computed(try value(argument, of: function), PatternCache())
        }
        guard case .string(let text) = literal else {
            warn("nothing matches: the pattern is not a string", at: range)
            return .invalid
        }
        do throws(IRegexpError) {
            return .fixed(try IRegexp(text))
        } catch {
            warn("nothing matches: the pattern is no I-Regexp (RFC 9485): \(error.message)", at: range)
            return .invalid
        }
    }
}
