public import Diagnostics

extension DiagnosticRegistry {
    /// The codes of loading a job's values and of running it.
    public static let engine = DiagnosticRegistry(loading + requests + answers + values + pages + run)

    private static let loading = [
        DiagnosticExplanation(
            .jobUnreadable, "the job file cannot be read",
            """
            There is no such file, it may not be read, or it is larger than 1 MiB. A job is read from stdin when its \
            path is -.
            """),
        DiagnosticExplanation(
            .templateFailed, "a template failed while the job ran",
            """
            The template is well formed, but with the values of this run it has no result: a member is missing, a value \
            is of another kind than a filter needs, or a text cannot stand where it is inserted.

            A member that may be missing needs a default: ${record.note | default("")}.
            """),
        DiagnosticExplanation(
            .secretUnavailable, "a secret is not to be had",
            """
            A secret of the job could not be read from where its declaration says: the environment variable is not \
            set, the file cannot be read, or the command failed or printed nothing. A command has 60 seconds, and runs \
            without a shell.

            Under cron the environment is nearly empty: set variables in the crontab, or pass --env-file.
            """),
    ]

    private static let requests = [
        DiagnosticExplanation(
            .unreachable, "the API could not be reached",
            """
            No connection came about: the name does not resolve, nothing listens there, or the connection is not \
            trusted. It was tried as often as retry says. The run ends with exit code 69.
            """),
        DiagnosticExplanation(
            .transferFailed, "the answer did not come whole",
            """
            There was a connection, but no answer, or not all of it: a time limit passed, the connection broke, or the \
            body is larger than max_response. What had come was not used.

            A request that may have been carried out is not sent again by itself, unless its method or idempotent: \
            true says that this does no harm.
            """),
        DiagnosticExplanation(
            .badURL, "this is not a URL that can be called",
            """
            After its templates were filled in, the URL of the call is not an http or https URL with a host. One that \
            begins with / needs a base_url.
            """),
        DiagnosticExplanation(
            .badHeader, "a header cannot be sent",
            """
            A header's name is one word without separators, and its value is a single line. A value from outside that \
            has a line break in it could otherwise add headers of its own.
            """),
        DiagnosticExplanation(
            .redirectRefused, "a redirect was not followed",
            """
            The API redirects more often than redirects allows, in a circle, or to something that is not http or https. \
            Credentials never follow to another scheme, host or port.
            """),
        DiagnosticExplanation(
            .waitTooLong, "the API asks for a longer wait than allowed",
            """
            The API said by Retry-After, or by its rate limit headers, when to come again, and that is later than \
            max_wait allows for all waits of the call together. The run ends with exit code 75: try later.
            """),
        DiagnosticExplanation(
            .plainHTTP, "a secret would go over plain http",
            """
            Everybody on the way could read it. Plain http is allowed to this machine itself; for a network that is \
            safe, options: {allow_http: true} allows it.
            """),
        DiagnosticExplanation(
            .tokenUnavailable, "the call could not be authorized",
            """
            The credentials of the call could not be put into the request.
            """),
    ]

    private static let answers = [
        DiagnosticExplanation(
            .statusFailed, "the answer has a status that is not expected",
            """
            Without expect: {status: …} any 2xx is good, and anything else ends the call. What the API said stands in \
            the note.

            rules say what particular answers mean: {status: 404, do: skip} passes over what is not there, do: ok takes \
            an answer as good whatever its status.
            """),
        DiagnosticExplanation(
            .ruleFailed, "a rule made the answer a failure",
            """
            The answer matched a rule with do: fail; or one with do: retry or do: reauthorize, and after all attempts \
            the answer was still the same.
            """),
        DiagnosticExplanation(
            .badBody, "the body is not JSON",
            """
            The call needs JSON, for its records, values or pages, and the body is something else, or is cut off. The \
            message names the line and column in the body, and what was expected there.

            A body that is meant to be text needs response: text; a file needs download.
            """),
        DiagnosticExplanation(
            .expectationFailed, "an expectation does not hold",
            """
            Something that is written under expect is not true of the answer. For a condition the value of each of its \
            parts is shown. The run ends with exit code 2.
            """),
    ]

    private static let values = [
        DiagnosticExplanation(
            .extractMissing, "there is nothing to extract",
            """
            No answer of the call had the value that extract names. Give it a default, or say required: false, if it \
            may be missing.
            """),
        DiagnosticExplanation(
            .fieldMissing, "a record lacks a required field",
            """
            A field with required: true is missing or null in a record, and it has no default.
            """),
        DiagnosticExplanation(
            .fieldType, "a field is of another type",
            """
            The value cannot become the type that the field asks for without guessing. Text that holds just a number \
            becomes a number, true and false become a boolean, and numbers and booleans become text.
            """),
        DiagnosticExplanation(
            .conditionNotBoolean, "when is neither true nor false",
            """
            when runs a call for true, and skips it for false and null. Other values do not count as either: compare \
            them with something.
            """),
        DiagnosticExplanation(
            .loopInput, "the items of a loop cannot be read",
            """
            for_each needs a list, an earlier call's records, or a file: CSV or TSV whose first row has the names, JSON \
            Lines, or one JSON array. A relative path starts from the current folder.
            """),
    ]

    private static let pages = [
        DiagnosticExplanation(
            .pageRepeated, "the paging goes round in circles",
            """
            The same request brought the same records again, so it would never end. Usually the API does not know the \
            parameter that names the page, and answers with the first page each time.
            """),
        DiagnosticExplanation(
            .pagesIncomplete, "fewer records than the API promised",
            """
            total says how many records the API has, and the last page came before there were so many. The result is \
            not whole, so the run fails.
            """),
        DiagnosticExplanation(
            .pagesTruncated, "max_pages is reached and there are more pages",
            """
            max_pages is a safety bound: reaching it with more to come means that the result is not whole. limit is \
            the bound for a result that is meant to be cut.
            """),
        DiagnosticExplanation(
            .badNextURL, "the next page cannot be asked for there",
            """
            The URL of the next page is none that can be called, or leads to another host, and the call has secrets in \
            its headers or its body that this host may not get.
            """),
        DiagnosticExplanation(
            .badPageValue, "a value of the paging cannot be used",
            """
            The cursor, URL or count that the answer has at this place is of the wrong kind. A cursor is a text or a \
            number, a count is a number or a text that holds one.
            """),
    ]

    private static let run = [
        DiagnosticExplanation(
            .outputFailed, "an output could not be written",
            """
            What the system says is shown. Nothing was published: the files of the last run are as they were. The run \
            ends with exit code 73.
            """),
        DiagnosticExplanation(
            .outputClosed, "nobody reads the output any more",
            """
            The program that read what was written ended before the run did. The run ends with exit code 73, and says \
            nothing.
            """),
        DiagnosticExplanation(
            .deadlinePassed, "the run took longer than allowed",
            """
            options: {deadline: …} limits the run as a whole, and a call of finally has 10 seconds. What was not \
            published yet was taken back.
            """),
        DiagnosticExplanation(
            .interrupted, "the run was interrupted",
            """
            The process got SIGINT (exit code 130) or SIGTERM (143). What was not published yet was taken back.
            """),
        DiagnosticExplanation(
            .loopFailed, "some items of a loop were not done",
            """
            With on_error: continue a loop goes on after an item that failed, and the call fails at the end. for_each: \
            {failed: PATH} writes the items that were not done to a file, which can be the input of the next run.
            """),
        DiagnosticExplanation(
            .unknownCall, "the job has no call of this name",
            """
            --only takes the name of a call: its name key, or call_1, call_2, … by its place.
            """),
    ]
}
