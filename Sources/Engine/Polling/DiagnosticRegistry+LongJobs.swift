import Diagnostics

extension DiagnosticRegistry {
    /// The codes of calls that take long, and of what they remember from one run to the next.
    static let longJobs = DiagnosticRegistry([
        DiagnosticExplanation(
            .pollFailed, "what a call waits for has failed",
            """
            The condition fail of the call's poll holds on the answer: the API says that the job, the export or \
            whatever is waited for has failed. The notes show the values that the condition looked at, and the body.
            """),
        DiagnosticExplanation(
            .pollTimeout, "what a call waits for was not done in time",
            """
            No answer made until true within the timeout of poll, or the API asked by Retry-After for a longer wait \
            than there was time left. The notes show the last body: a condition that can never hold, such as one on a \
            misspelt name, ends like this too.
            """),
        DiagnosticExplanation(
            .badRow, "a line of a streamed body is broken",
            """
            With response: jsonl each line is one JSON value, with response: csv each row has as many fields as the \
            header row. The message says the line, counted from 1 in the unpacked body. Nothing is published.
            """),
        DiagnosticExplanation(
            .streamBroken, "a streamed body cannot be read",
            """
            The body is compressed in a way that cannot be unpacked, is damaged, or broke off and had to be sent again \
            after some of its records had been read: they cannot be told apart from those to come. Nothing is \
            published; run again.

            A server that understands Range requests and gives a strong ETag or a Last-Modified is asked for the rest \
            only.
            """),
        DiagnosticExplanation(
            .keyExpired, "a write may have happened, and its key is too old to ask",
            """
            An earlier run sent this request with an idempotency key and did not learn what became of it. Sent again \
            with the same key within the time of idempotency_key.within it would not be done twice; after that time \
            the API may have forgotten the key, and would do it again.

            Look whether the write was done. Then errand state reset JOB CALL forgets the key, and the next run sends \
            the request with a new one.
            """),
    ])
}
