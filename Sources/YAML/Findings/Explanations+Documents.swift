internal import Diagnostics

extension DiagnosticRegistry {
    static let documentExplanations: [DiagnosticExplanation] = [
        DiagnosticExplanation(
            .fileTooLarge, "the file is too large",
            """
            A job file has at most 1 MiB. Data that a job works on belongs into files of its own, which a call \
            reads.
            """),
        DiagnosticExplanation(
            .notUTF8, "the file is not UTF-8",
            """
            Job files are UTF-8, with or without a byte order mark. UTF-16 and the old 8-bit encodings are not \
            guessed at. Save the file as UTF-8; the place shown is the first byte that does not belong to a \
            character.
            """),
        DiagnosticExplanation(
            .controlCharacter, "a character that YAML does not allow",
            """
            NUL and other control characters cannot stand in YAML; most often they are the remains of a damaged \
            file. Inside double quotes such a character can be written as an escape: "\\x07".
            """),
        DiagnosticExplanation(
            .emptyDocument, "the file is empty",
            """
            There is nothing in the file but white space and comments. A job needs at least 'calls'.
            """),
        DiagnosticExplanation(
            .severalDocuments, "a second document",
            """
            A line '---' in the middle of a file begins another YAML document. One file is one job, so put the \
            other into a file of its own.
            """),
        DiagnosticExplanation(
            .tooDeep, "nested too deep",
            """
            Lists and mappings may stand inside one another 64 deep, aliases expanded. Reading stops at the \
            place shown.
            """),
        DiagnosticExplanation(
            .tooManyNodes, "too many keys and values",
            """
            A file may have 100,000 keys and values, where an alias counts as all that it stands for. A few \
            lines of aliases of aliases can stand for billions of values, so reading stops at the limit.
            """),
        DiagnosticExplanation(
            .badDirective, "a directive that is not followed",
            """
            A line that begins with '%' before the document is a directive. '%YAML 1.2' says nothing new, '%YAML \
            1.1' is read as 1.2 with a warning, '%TAG' is an error because tags are not used. Remove the line.
            """),
        DiagnosticExplanation(
            .duplicateKey, "a key stands twice",
            """
            Each key stands once in a mapping. YAML readers that allow it silently take one of the two, so a \
            setting seems to have no effect. Remove one of them. What a merge key brings in may be replaced \
            without an error.
            """),
        DiagnosticExplanation(
            .explicitTag, "a tag",
            """
            Tags such as '!!str' or '!include' are not used. Text that would be read as a number or as true is \
            written in quotes: "007", "true".
            """),
        DiagnosticExplanation(
            .unknownAlias, "an alias without an anchor",
            """
            '*name' stands for the value that '&name' was written before, earlier in the same file. Anchors of \
            other files cannot be used. Text that begins with '*' is written in quotes.
            """),
        DiagnosticExplanation(
            .recursiveAlias, "an alias inside of what it stands for",
            """
            An alias that stands inside the list or mapping with its anchor would have no end.
            """),
        DiagnosticExplanation(
            .badMerge, "a merge key without mappings",
            """
            '<<' brings the entries of other mappings into this one: '<<: *name', or '<<: [*first, *second]' \
            where the first has precedence. Keys that stand in the mapping itself win. A key that is really \
            called << is written in quotes.
            """),
        DiagnosticExplanation(
            .badKey, "a key that is none",
            """
            The keys of a mapping are text. Lists and mappings cannot be keys, and there must be something \
            before the ':'.
            """),
    ]
}
