internal import Diagnostics

extension DiagnosticRegistry {
    /// E05xx: references.
    static let references = [
        DiagnosticExplanation(
            .unknownRoot, "a template begins with an unknown word",
            """
            Templates know `env`, `inputs`, `secrets`, `vars`, `calls`, `auth` and `run`, the item of a loop by its \
            name, `page` in a call with pages, `since` and `until` in a call with `incremental`, and \
            `record` in `fields`. Text stands in quotes.
            """),
        DiagnosticExplanation(
            .unknownReference, "an input, a secret or a variable is not declared",
            "Declare it under `inputs`, `secrets` or `vars`, or correct its name."),
        DiagnosticExplanation(
            .unknownCall, "a call does not exist",
            "Calls are referred to by their `name`; without one it is `call_1`, `call_2` and so on."),
        DiagnosticExplanation(
            .callHasNotRun, "a call has not run yet",
            "Calls run in the order of the file, so a template sees only the answers of the calls above it."),
        DiagnosticExplanation(
            .unknownMember, "something has no such member",
            """
            A call has `status`, `headers`, `body`, `records` and what its `extract` names; a run has `id`, \
            `started_at` and `date`; a page has `number`, `offset` and, with a cursor, `cursor`.
            """),
        DiagnosticExplanation(
            .rootNotHere, "something is not known at this place",
            """
            What a template sees depends on when it is evaluated: answers only at a call, the item only inside a loop, \
            a page only in the request of a call with pages, a record only in `fields`, the end of the run only in \
            `finally`.
            """),
        DiagnosticExplanation(
            .variableCircle, "variables depend on each other in a circle",
            "No order is left in which they could be evaluated. Take one of the references out."),
        DiagnosticExplanation(
            .functionNotHere, "a function cannot be used here",
            "The job's name must be the same in every run, so it cannot depend on the time, a random id or a file."),
        DiagnosticExplanation(
            .unknownSource, "a token source does not exist",
            "Token sources are declared under `auth` at the top. A single one is called `default`; `none` means none."),
        DiagnosticExplanation(
            .sourceCircle, "token sources need each other in a circle",
            """
            A source whose token comes from another one's, by `subject_token_source`, by `auth` in its `call` or by \
            `${auth.NAME.MEMBER}` there, waits for that one, and so does one whose `hosts` another one's answer names. \
            In a circle nobody could begin.
            """),
    ]
}
