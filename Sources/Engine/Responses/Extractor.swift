import Diagnostics
import HTTP
import IRegexp
import JSON
import JSONPath
import JobFile
import Secrets
import Template

/// Takes the values out of an answer that `extract` names.
struct Extractor {
    let extractions: [Extraction]
    let redactor: Redactor

    /// The values that this answer has, by name; secret ones are registered with the redactor.
    func values(of response: HTTPResponse, body: JSONNode?) -> [String: TemplateValue] {
        var values: [String: TemplateValue] = [:]
        for extraction in extractions {
            guard let value = value(of: extraction, in: response, body: body) else { continue }
            if extraction.isSecret { register(value) }
            values[extraction.name] = TemplateValue(value, isSecret: extraction.isSecret)
        }
        return values
    }

    /// Fills in defaults for what no answer had.
    ///
    /// - Throws: the first value that is missing and has neither a default nor `required: false`.
    func complete(_ values: inout [String: TemplateValue]) throws(RunFailure) {
        for extraction in extractions where values[extraction.name] == nil {
            guard let fallback = extraction.default ?? (extraction.isRequired ? nil : .null) else {
                throw RunFailure(
                    .callFailed,
                    Diagnostic(
                        code: .extractMissing, severity: .error,
                        title: "the answer has no '\(extraction.name)' to extract", span: extraction.span,
                        label: "nothing is there",
                        notes: ["give it a default, or say required: false, if it may be missing"]))
            }
            values[extraction.name] = TemplateValue(fallback, isSecret: extraction.isSecret)
        }
    }

    private func value(of extraction: Extraction, in response: HTTPResponse, body: JSONNode?) -> JSONValue? {
        switch extraction.source {
        case .json(let path):
            guard let body else { return nil }
            let value = path.value(in: body)
            // A list of nothing takes the default, where there is one; without one it is a value by itself.
            return value == .array([]) && !path.isSingular && extraction.default != nil ? nil : value
        case .header(let name):
            return response.headers.first(name).map(JSONValue.string)
        case .status:
            return .number(JSONNumber(response.status))
        case .cookie(let name):
            return cookie(name, in: response).map(JSONValue.string)
        case .regex(let pattern):
            let text = String(decoding: response.body, as: UTF8.self)
            guard let match = pattern.firstMatch(in: text) else { return nil }
            // The first group, where the pattern has one, is the part that is wanted.
            let range = match.groups.dropFirst().compactMap { $0 }.first ?? match.groups.first.flatMap { $0 }
            return range.map { .string(String(text[$0])) }
        }
    }

    /// The value of the last `Set-Cookie` of this name (RFC 6265, 5.2).
    private func cookie(_ name: String, in response: HTTPResponse) -> String? {
        for field in response.headers.all("Set-Cookie").reversed() {
            let pair = field.prefix { $0 != ";" }
            guard let separator = pair.firstIndex(of: "=") else { continue }
            if Self.trimmed(pair[..<separator]) == name { return Self.trimmed(pair[pair.index(after: separator)...]) }
        }
        return nil
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop { $0 == " " || $0 == "\t" }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return String(text)
    }

    private func register(_ value: JSONValue) {
        switch value {
        case .string(let text): redactor.register(Secret(text))
        case .number(let number): redactor.register(Secret(number.text))
        case .array(let elements): for element in elements { register(element) }
        case .object(let members): for member in members { register(member.value) }
        case .null, .bool: break
        }
    }
}
