internal import Diagnostics

extension DiagnosticRegistry {
    static let syntaxExplanations: [DiagnosticExplanation] = [
        DiagnosticExplanation(
            .invalidYAML, "not valid YAML",
            """
            The text cannot be read as YAML at the place shown. The mistake is there or shortly before it.
            """),
        DiagnosticExplanation(
            .badIndentation, "a line is not indented like its neighbours",
            """
            Indentation says what belongs to what. The keys of one mapping, and the items of one list, begin in \
            the same column; what belongs to a key is indented deeper than it; a list begins on a line of its \
            own.
            """),
        DiagnosticExplanation(
            .missingColon, "a ':' is missing",
            """
            Where a key is expected stands text without a ':'. Either the ':' is missing, or the line is the \
            continuation of a text and must be indented deeper than its key.
            """),
        DiagnosticExplanation(
            .unclosedQuote, "a quote is not closed",
            """
            Text that begins with a quote goes on to the same quote, over several lines if need be. A ' inside \
            of single quotes is written '', a " inside of double quotes \\".
            """),
        DiagnosticExplanation(
            .badBrackets, "brackets that do not pair",
            """
            Inside '[…]' and '{…}' items are separated by commas, and each bracket is closed by its own kind.
            """),
        DiagnosticExplanation(
            .colonInText, "text with ': ' in it",
            """
            A colon with a blank behind it ends a key, so text that has one needs quotes: "a: b". Without the \
            blank, as in a URL or a time, it needs none.
            """),
        DiagnosticExplanation(
            .textBehindQuote, "text behind a closing quote",
            """
            Text that begins with a quote ends with it. Put the quotes around the whole text; quotes inside of \
            it are doubled ('it''s') or escaped ("say \\"hi\\"").
            """),
        DiagnosticExplanation(
            .badBlockHeader, "text behind '|' or '>'",
            """
            '|' and '>' begin text of several lines, which starts on the next line, indented deeper. Only '+', \
            '-' and a digit can follow them on their line.
            """),
    ]
}
