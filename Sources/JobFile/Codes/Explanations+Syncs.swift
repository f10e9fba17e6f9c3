internal import Diagnostics

extension DiagnosticRegistry {
    /// E08xx: syncs.
    static let syncs = [
        DiagnosticExplanation(
            .watermarkNotSent, "the request does not say where to begin",
            """
            With `incremental` a run asks for what is new. The request must say so: `${since}` where the API wants the \
            beginning, with a window also `${until}` for its end. Without them every run would get everything again.
            """),
        DiagnosticExplanation(
            .replacedSync, "the changes of one run would replace what all others got",
            """
            An incremental call gets only what is new, so replacing an output with it loses everything before. Let the \
            records be added with `mode: append`, merge them into a table by its `key`, or write a file for each \
            window, with `${until}` in its path. The same holds for a call that loops over the records of such a call, \
            unless each item has a file of its own.
            """),
        DiagnosticExplanation(
            .badWatermark, "the keys of a watermark do not fit its type",
            """
            The type is that of `initial`, or what `type` says: a time, an integer or a text. `lookback` and `window` \
            are durations for times and whole numbers for integers, and cannot be for a text. The field is one value \
            of each record.
            """),
        DiagnosticExplanation(
            .badKey, "a table's key is missing or wrong",
            """
            `merge` puts a record in the place of the one with the same `key`: one or more fields, which must be among \
            `fields` where the call has them.
            """),
        DiagnosticExplanation(
            .lossyLimit, "records beyond a limit would be lost",
            """
            The watermark moves to the greatest value that came. Records that `limit` cut off and that have a lesser \
            one would never be asked for again, unless they come in ascending order.
            """),
        DiagnosticExplanation(
            .itemKeyMissing, "the items of an incremental loop have no names",
            """
            Each item of the loop has its own watermark. The next run finds it by the loop's `key`, such as \
            `for_each: {in: …, key: "${item.id}"}`.
            """),
        DiagnosticExplanation(
            .plainPassword, "a password stands in the job file",
            """
            Whoever sees the file knows the password. Declare the URL under `secrets` and use `${secrets.NAME}`, or \
            leave the password out of the URL: libpq also takes it from `PGPASSWORD` or `~/.pgpass`.
            """),
        DiagnosticExplanation(
            .conflictingKeys, "two keys do not go together",
            "What the one key promises the other one breaks. The message says how to have both, where there is a way."),
    ]
}
