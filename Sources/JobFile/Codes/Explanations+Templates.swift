internal import Diagnostics

extension DiagnosticRegistry {
    /// E03xx and E04xx: templates and JSONPath.
    static let templatesAndPaths = [
        DiagnosticExplanation(
            .templateNotEvaluated, "a template stands where nothing is evaluated",
            """
            Names, kinds, JSONPaths, conditions and modes are taken as they are; a `${…}` in them would do nothing. \
            The reference page says for each key when it is evaluated.
            """),
        DiagnosticExplanation(
            .templateSyntax, "a template is not written correctly",
            """
            The mark stands where it goes wrong. A template is `${root.member | filter}`; texts in it are in quotes; \
            `$${` is a literal `${`.
            """),
        DiagnosticExplanation(
            .notSingleExpression, "just one ${…} was expected",
            """
            The key needs a value that keeps its type (true or false, a list), and only a template that is exactly one \
            `${…}` does. Write the whole of it inside: `${inputs.full && calls.a.status == 200}`.
            """),
        DiagnosticExplanation(
            .templateNotLoaded, "a template cannot be evaluated",
            """
            The template is evaluated when the job is loaded, and failed with the values that are there: something is \
            missing, or of a type that does not fit. A `default` says what to take when something is missing.
            """),
        DiagnosticExplanation(
            .badJSONPath, "this is not a JSONPath",
            "A JSONPath (RFC 9535) begins with `$`: `$.data[*].id`, `$['odd name']`. The mark stands where it goes wrong."
        ),
        DiagnosticExplanation(
            .badCondition, "this is not a condition",
            """
            A condition is what may stand in the filter of a JSONPath: `$.state == 'done'`, `length($.items) > 0`, \
            `$.a && !$.b`. Both `$` and `@` are the body of the answer.
            """),
        DiagnosticExplanation(
            .neitherPathNorTemplate, "a field is neither a JSONPath nor a template",
            """
            An entry of `fields` is a JSONPath, which begins with `$.`, or a template, which has a `${…}` in it. For a \
            value as it is there is the long form: `{value: text}`.
            """),
        DiagnosticExplanation(
            .doubtfulPattern, "a pattern can never match",
            """
            `match` and `search` take patterns of RFC 9485 (I-Regexp). One that is none of those is no error by RFC \
            9535, but never matches: there is no `\\d` or `\\w`, no `^` and `$`; write `[0-9]` and `[A-Za-z0-9_]`.
            """),
    ]
}
