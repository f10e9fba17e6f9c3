import JSON
import JobFile
import State
import Template

/// Writes watermarks as a request has them: `${since}` and `${until}`.
struct SinceValue {
    let field: WatermarkField
    let functions: TemplateFunctions

    /// The value in the job's `format`; numbers stay numbers.
    func value(_ watermark: WatermarkValue) throws(TemplateError) -> TemplateValue {
        switch field.format {
        case .unix where field.type == .time:
            return Self.number(watermark.text(as: .unix))
        case .unixMilliseconds where field.type == .time:
            return Self.number(watermark.text(as: .unixMilliseconds))
        case .pattern(let pattern) where field.type == .time:
            return try formatted(watermark.text(as: .rfc3339), pattern)
        default:
            return field.type == .integer ? Self.number(watermark.canonical) : TemplateValue(watermark.canonical)
        }
    }

    private static func number(_ text: String) -> TemplateValue {
        JSONNumber(text).map { TemplateValue(.number($0)) } ?? TemplateValue(text)
    }

    private struct Scope: TemplateScope {
        let functions: TemplateFunctions
        let moment: String

        func lookup(_ root: String, _ path: [TemplatePathStep]) throws(TemplateError) -> TemplateLookup? {
            root == "moment" ? TemplateLookup(TemplateValue(moment), consumed: 0) : nil
        }
    }

    private func formatted(_ moment: String, _ pattern: String) throws(TemplateError) -> TemplateValue {
        let template: Template
        do throws(TemplateSyntaxErrors) {
            template = try Template("${moment | date(\(JSONValue.string(pattern).serialized()), \"UTC\")}")
        } catch {
            throw error.errors.first ?? TemplateError(message: "the format cannot be read")
        }
        return try template.evaluate(in: Scope(functions: functions, moment: moment))
    }
}
