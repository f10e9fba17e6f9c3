extension ScalarForm {
    static let text = ScalarForm(.text, "text", plural: "text")
    static let expression = ScalarForm(
        .text, "a template such as ${inputs.full}", plural: "templates", pattern: #"^\$\{.*\}$"#)
    static let name = ScalarForm(.text, "a name", plural: "names", pattern: "^[A-Za-z_][A-Za-z0-9_-]*$")
    static let boolean = ScalarForm(.boolean, "true or false", plural: "booleans")
    static let duration = ScalarForm(
        .text, "a duration such as 30s", plural: "durations", pattern: "^[0-9]+(ms|s|m|h|d)$")
    static let size = ScalarForm(
        .text, "a size such as 10MB", plural: "sizes", pattern: "^[0-9]+(B|KB|MB|GB|KiB|MiB|GiB)$")
    static let rate = ScalarForm(.text, "a rate such as 20/s", plural: "rates", pattern: "^[0-9]+/(s|m|h)$")
    static let status = ScalarForm(
        .text, "a status such as 404, 4xx or 500-599", plural: "statuses",
        pattern: "^([1-5][0-9][0-9]|[1-5]xx|[1-5][0-9][0-9]-[1-5][0-9][0-9])$")
    static let jsonPath = ScalarForm(
        .text, "a JSONPath such as $.data[*]", plural: "JSONPaths", pattern: #"^\$"#)
    static let condition = ScalarForm(
        .text, "a condition such as $.state == 'done'", plural: "conditions")
    static let pattern = ScalarForm(.text, "a regular expression", plural: "regular expressions")
    static let url = ScalarForm(.text, "a URL", plural: "URLs")
    static let path = ScalarForm(.text, "a path", plural: "paths")
    static let header = ScalarForm(
        .text, "the name of a header", plural: "names of headers", pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$")
    static let method = ScalarForm(.text, "a method such as PATCH", plural: "methods", pattern: "^[A-Za-z]+$")
    static let field = ScalarForm(
        .text, "a JSONPath such as $.amount.value, a template", plural: "JSONPaths")

    /// Words of which one is to be chosen.
    static func word(_ allowed: [String]) -> ScalarForm {
        ScalarForm(
            .text, "one of " + allowed.joined(separator: ", "), plural: "words", allowed: allowed)
    }

    /// A whole number.
    static func integer(_ range: ClosedRange<Int>) -> ScalarForm {
        ScalarForm(.integer, "a whole number", plural: "whole numbers", range: range)
    }
}
