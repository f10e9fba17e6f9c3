internal import Diagnostics

extension DiagnosticRegistry {
    static let trapExplanations: [DiagnosticExplanation] = [
        DiagnosticExplanation(
            .templateInFlow, "a '${…}' without quotes inside '{…}' or '[…]'",
            """
            Inside '{…}' and '[…]' the brackets of '${…}' are YAML's own, so the text ends at the '$'. Put it in \
            quotes, {limit: "${inputs.limit}"}, or the value on a line of its own, where no quotes are needed.
            """),
        DiagnosticExplanation(
            .punctuationInFlow, "brackets or commas without quotes inside '{…}' or '[…]'",
            """
            Inside '{…}' and '[…]' a comma begins the next item and brackets begin lists and mappings, also in \
            the middle of a text: {body: "match($.a, 'b')"} needs its quotes. Sometimes that is a syntax error, \
            sometimes only a key or an item too many.
            """),
        DiagnosticExplanation(
            .textLikeTag, "text that begins with '!'",
            """
            A value that begins with '!' is a tag, and has no text at all: 'when: !$.done' says nothing. Put it \
            in quotes: "!$.done".
            """),
        DiagnosticExplanation(
            .commentInText, "a ' #' that cuts off a text",
            """
            A '#' with a blank before it begins a comment, also in the middle of a text. When it belongs to the \
            text, put the text in quotes. A warning is given only where the rest looks like a part of the text: \
            no blank follows the '#', or a bracket or quote before it is left open.
            """),
        DiagnosticExplanation(
            .commentAsValue, "a value that is a comment",
            """
            'channel: #ops' has no value, since '#ops' is a comment. Put it in quotes: "#ops".
            """),
        DiagnosticExplanation(
            .reservedStart, "text that begins with a reserved character",
            """
            Text cannot begin with '@', '`' or '%' unless it is in quotes: "@.x".
            """),
        DiagnosticExplanation(
            .textLikeAlias, "text that begins with '*' or '&'",
            """
            '*' begins an alias and '&' an anchor. The key * and text such as *.example.com need quotes: "*": \
            true.
            """),
        DiagnosticExplanation(
            .unknownEscape, "an escape that is none",
            """
            In double quotes a backslash begins an escape such as \\n, \\" or \\u00e9, and others are errors. \
            Regular expressions are best written in single quotes, where a backslash is a backslash: '\\d+'.
            """),
        DiagnosticExplanation(
            .tabIndentation, "a tab that indents",
            """
            Lines are indented with blanks. Set the editor to write blanks for tabs in YAML files.
            """),
        DiagnosticExplanation(
            .missingBlank, "no blank behind a ':'",
            """
            'key:value' is one text. A key ends with a ':' that has a blank or the end of the line behind it.
            """),
        DiagnosticExplanation(
            .keyWithoutValue, "a key without a value inside '{…}'",
            """
            Inside '{…}' a comma begins the next key, and a key without a ':' has the value null. When the comma \
            belongs to a text, put the text in quotes.
            """),
    ]
}
