import Diagnostics

extension DiagnosticRegistry {
    /// The codes of what goes on from one run to the next.
    static let sync = DiagnosticRegistry(state + watermarks)

    private static let state = [
        DiagnosticExplanation(
            .stateFailed, "the state cannot be used",
            """
            Watermarks, the lengths of files that are added to and the history of runs are kept in the state: a file \
            under XDG_STATE_HOME, or what --state or ERRAND_STATE names. It could not be opened, read or written. A job \
            that needs it does nothing without it, and a damaged state is never replaced by an empty one: that would \
            get everything again. The run ends with exit code 73.
            """),
        DiagnosticExplanation(
            .jobLocked, "another run of the job is under way",
            """
            A job that keeps state runs once at a time. The lock goes away with its process, however it ends, so there \
            is never a stale one. The run ends with exit code 75 at once; options: {lock: wait} waits, lock: skip ends \
            with 0 and a word about it.
            """),
        DiagnosticExplanation(
            .overtaken, "another machine has taken the job over",
            """
            Where several machines share a state in PostgreSQL, a run has a lease that it renews. This one did not for \
            longer than the lease lasts, so another run began. It stops with exit code 75; nothing that was not \
            committed before is written.
            """),
        DiagnosticExplanation(
            .resultShrank, "a call brought far fewer records than in the last good run",
            """
            expect: {records: {shrink: …}} says by which part a result may be smaller. An API that answers with an \
            empty list because something is broken does not empty the output then. The run ends with exit code 2.
            """),
    ]

    private static let watermarks = [
        DiagnosticExplanation(
            .requestChanged, "the request of an incremental call is another one",
            """
            The state keeps a fingerprint of what a call asks for: method, URL, query and body without since, pages and \
            what changes from run to run, and the field. A watermark of another request says nothing: what the new one \
            would have brought before it would be missing. --full-refresh begins anew; another job name keeps both.
            """),
        DiagnosticExplanation(
            .watermarkMissing, "a record has no watermark, or one that cannot be read",
            """
            Every record of an incremental call needs a value at field, of its type: a time (RFC 3339, or a number \
            since 1970), a whole number, or text. Without it nobody can tell what the next run has to ask for.
            """),
        DiagnosticExplanation(
            .pagesUnordered, "records do not come in the order that the job says",
            """
            With order: ascending each page is committed, and the next run goes on from there. A record of a later page \
            that is older than one of a page before would be passed over. The watermark was set back to where the run \
            began: what was written since comes again.
            """),
        DiagnosticExplanation(
            .tokenMissing, "the last page does not say what the next run begins with",
            """
            incremental: {token: …} and {next_url: …} take what the next run begins with out of the last page. It was \
            not there, so the next run would not know where to go on.
            """),
        DiagnosticExplanation(
            .badWindow, "the windows of a call cannot be made",
            """
            A window needs a place to begin (initial), a place to end (until; for times the start of the run), and both \
            of the type of the field.
            """),
        DiagnosticExplanation(
            .resetFailed, "a call cannot start over",
            """
            A rule with do: reset forgets how far the call had come and starts it over, once. Here the answer asked for \
            it again, or in the middle of a loop's item, whose records cannot be taken back by themselves.
            """),
    ]
}
