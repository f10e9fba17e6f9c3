internal import Diagnostics

extension DiagnosticRegistry {
    /// E02xx: keys and types.
    static let keysAndTypes = [
        DiagnosticExplanation(
            .wrongType, "a value is of the wrong type",
            """
            The key wants another kind of value, such as a list where there is text. The message says what was \
            expected and what is there. Where text is wanted a plain number or boolean is fine and keeps its spelling; \
            a number or a boolean in quotes is text.
            """),
        DiagnosticExplanation(
            .missingKey, "a key is missing",
            "Something cannot be without this key, such as a call without the URL that it goes to. Add it."),
        DiagnosticExplanation(
            .unknownKey, "a key does not exist",
            """
            The language does not have this key at this place. Most often it is misspelled, indented too far or too \
            little, or belongs to another mapping. At the top of a job file a key that begins with `x-` is ignored, \
            which makes a place for anchors.
            """),
        DiagnosticExplanation(
            .unknownWord, "a word is not one of those possible",
            "The key takes one of a few words, and this is none of them. The message lists them."),
        DiagnosticExplanation(
            .exclusiveKeys, "two keys rule each other out",
            "Only one of the two keys can be meant, such as `get` or `post`, `json` or `form`. Leave one of them out."),
        DiagnosticExplanation(
            .emptyValue, "a value is empty", "The key needs something in it. Fill it in, or leave the key out."),
        DiagnosticExplanation(
            .badDuration, "this is not a duration",
            "A duration is a whole number and a unit without a space: `250ms`, `30s`, `5m`, `2h`, `7d`."),
        DiagnosticExplanation(
            .badSize, "this is not a size",
            "A size is a whole number and a unit without a space: `512B`, `64KiB` (1024 bytes each), `10MB` (a million)."
        ),
        DiagnosticExplanation(
            .badRate, "this is not a rate",
            "A rate is a number of requests in a second, a minute or an hour: `20/s`, `600/m`, `5000/h`."),
        DiagnosticExplanation(
            .badNumber, "a number is out of range", "The message says the least or the greatest number possible."),
        DiagnosticExplanation(
            .badStatus, "this is not a status",
            "A status is three digits (`404`), a whole class (`4xx`) or a range (`500-599`); several make a list."),
        DiagnosticExplanation(
            .badAddress, "this is not a URL that can be called",
            """
            A URL begins with `https://` or `http://` and has a host. A user name in it would not be sent: use `auth` \
            with `type: basic`. In `hosts` a plain host or an origin is wanted.
            """),
        DiagnosticExplanation(
            .badHeaderName, "this cannot be the name of a header",
            "Names of headers are letters, digits and a few marks such as `-` (RFC 9110 section 5.6.2)."),
        DiagnosticExplanation(
            .badName, "this cannot be a name",
            """
            Templates refer to inputs, secrets, variables, calls and extracted values by name, so names are letters, \
            digits, `_` and `-`, and begin with a letter or `_`.
            """),
        DiagnosticExplanation(
            .badMethod, "this is not a method that can be sent",
            "A method is a word such as GET or REPORT. CONNECT and TRACE cannot be sent as a call."),
        DiagnosticExplanation(
            .badPattern, "this is not a regular expression",
            """
            The mark stands where the pattern goes wrong. Back references and look-around do not exist here: matching \
            takes time linear in the text, whatever the pattern.
            """),
        DiagnosticExplanation(
            .duplicateName, "a name is given twice",
            "Two calls or two token sources have the same name, so nobody could tell which one is meant."),
        DiagnosticExplanation(
            .includeFailed, "a file cannot be included",
            "The file could not be read. Paths in `include` start from the folder of the file that they stand in."),
        DiagnosticExplanation(
            .badTimeFormat, "times cannot be written like this",
            """
            A format is `rfc3339`, `unix`, `unix_ms`, or a pattern as the filter `date` has it, such as \
            `yyyy-MM-dd HH:mm:ss`. Text in a pattern stands in single quotes.
            """),
        DiagnosticExplanation(
            .badShare, "this is not a share", "A share is a part of a whole: `50%`, or `0.5`; at most all of it."),
        DiagnosticExplanation(
            .badTableName, "this cannot be the name of a table",
            """
            A table's name has at most 63 bytes, may have a schema before it (`shop.orders`), and does not begin with \
            `errand_`, `sqlite_` or `pg_`.
            """),
        DiagnosticExplanation(
            .includeCycle, "files include each other",
            "A file brings itself in again, by way of others, or there are too many. Take one of the includes out."),
    ]
}
