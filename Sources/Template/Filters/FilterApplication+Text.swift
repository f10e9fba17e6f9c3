internal import IRegexp
internal import JSON

extension FilterApplication {
    static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }

    func split() throws(TemplateError) -> [JSONValue] {
        let text = Array(try text().utf8)
        let separator = try needle(0)
        var parts: [JSONValue] = []
        var start = 0
        for place in ByteSearch.places(of: separator, in: text) {
            guard parts.count + 1 < Limits.elements else { throw fail("the text splits into too many parts") }
            parts.append(.string(String(decoding: text[start..<place], as: UTF8.self)))
            start = place + separator.count
        }
        parts.append(.string(String(decoding: text[start...], as: UTF8.self)))
        return parts
    }

    func join() throws(TemplateError) -> String {
        let separator = try argumentText(0)
        var result = ""
        for (place, element) in try elements().enumerated() {
            guard let text = element.scalarText else {
                throw fail("'join' takes a list of texts, but [\(place)] is \(element.kind.phrase)")
            }
            if place > 0 { result += separator }
            result += text
            try Limits.check(result, at: call.nameRange)
        }
        return result
    }

    func replace() throws(TemplateError) -> String {
        let text = Array(try text().utf8)
        let wanted = try needle(0)
        let replacement = Array(try argumentText(1).utf8)
        var result: [UInt8] = []
        var start = 0
        for place in ByteSearch.places(of: wanted, in: text) {
            result += text[start..<place]
            result += replacement
            start = place + wanted.count
            if result.count > Limits.textBytes { throw Limits.textTooLong(at: call.nameRange) }
        }
        result += text[start...]
        return String(decoding: result, as: UTF8.self)
    }

    /// The part that matches; null when nothing does.
    func match() throws(TemplateError) -> JSONValue {
        let text = try text()
        let pattern: IRegexp
        if case .pattern(let prepared)? = call.arguments[0].prepared {
            pattern = prepared
        } else {
            pattern = try Parameter.pattern(try argumentText(0), at: argumentRange(0))
        }
        let group = try group(of: pattern)
        guard let match = pattern.firstMatch(in: text) else { return .null }
        let range = group.map { match.groups[$0] } ?? RegexGroup.standard(of: match)
        return range.map { .string(String(text[$0])) } ?? .null
    }

    private func group(of pattern: IRegexp) throws(TemplateError) -> Int? {
        guard arguments.count > 1 else { return nil }
        guard let group = arguments[1].number?.int, group >= 0 else {
            throw TemplateError(message: "'group' is a whole number from 0", range: argumentRange(1))
        }
        guard group <= pattern.groupCount else {
            throw RegexGroup.missing(group, in: pattern, at: argumentRange(1))
        }
        return group
    }

    private func needle(_ place: Int) throws(TemplateError) -> [UInt8] {
        let needle = Array(try argumentText(place).utf8)
        guard !needle.isEmpty else {
            throw TemplateError(
                message: "'\(call.filter.parameters[place].name)' cannot be empty", range: argumentRange(place))
        }
        return needle
    }
}
