import Template
import Testing

@Suite("Syntax errors of templates")
struct SyntaxErrorTests {
    @Test(
        "One error, its place and its hint",
        arguments: [
            // Ends and braces
            ("a ⟦${}⟧", "$${"), ("a ⟦${ }⟧", "$${"), ("a ⟦${⟧vars.x", "'}' is missing"), ("⟦${⟧", "'}' is missing"),
            ("é ⟦${⟧vars.x ${vars.y}", nil), ("⟦${{⟧ vars.x }}", "${…}"), ("${vars.x | default(⟦${⟧vars.y})}", "alone"),
            ("${⟦${⟧x}}", "alone"), ("${vars.x | default(⟦{⟧})}", "YAML"),
            ("${vars.x == ⟦'abc} more⟧", "' is missing"),
            ("${vars.x ⟦$⟧ 1}", "extract"),
            // JSONPath
            ("${⟦$.items[*].id⟧}", "extract"), ("${⟦$['a b']⟧ | lower}", "extract"),
            ("${⟦$.items[?(@.a == '1')]⟧}", "extract"), ("${calls.a.body[⟦*⟧]}", "extract"),
            ("${calls.a.body.⟦.⟧id}", "extract"), ("${calls.a.body[⟦?⟧@.a]}", "extract"),
            ("${calls.a.body[1⟦:⟧2]}", "extract"), ("${⟦@⟧.x}", "extract"), ("${vars.⟦*⟧}", "extract"),
            // Steps
            ("${vars.⟦1⟧}", "[1]"), ("${vars.⟦\"a b\"⟧}", "[\"a b\"]"), ("${vars[⟦x⟧]}", "[\"x\"]"),
            ("${vars[⟦1.5⟧]}", "whole"), ("${vars[\"x\"⟦}⟧", "]"), ("${vars.⟦}⟧", "name"), ("${⟦.⟧x}", "begin"),
            // Operators
            ("${vars.a ⟦=⟧ 1}", "=="), ("${vars.a ⟦and⟧ vars.b}", "&&"), ("${vars.a ⟦or⟧ vars.b}", "||"),
            ("${⟦not⟧ vars.a}", "!"), ("${vars.a ⟦&⟧ vars.b}", "&&"), ("${vars.a ==⟦=⟧ 1}", "=="),
            ("${1 < 2 ⟦<⟧ 3}", "&&"), ("${vars.a ⟦+⟧ 1}", "calculate"), ("${1 ⟦-1⟧}", "calculate"),
            ("${vars.a ⟦??⟧ 1}", "default"), ("${vars.a ⟦?⟧ 1 : 2}", "choice"), ("${A⟦:⟧-x}", "default"),
            ("${vars.a ⟦vars⟧.b}", "missing"), ("${vars.a ==⟦}⟧", nil), ("${(vars.a⟦}⟧", ")"), ("${vars.a⟦)⟧}", "("),
            ("${vars.a | default(⟦“⟧x”)}", "'"), ("${⟦5m⟧}", "plus"), ("${⟦#⟧a}", nil), ("${vars.a || ⟦|⟧ b}", nil),
            ("${⟦1a⟧}", "[\"1a\"]"), ("${⟦01⟧}", nil), ("${1.⟦}⟧", "name"),
            // Strings
            (#"${"⟦\d⟧"}"#, #"\\"#), (#"${"⟦\é⟧"}"#, #"\\"#), (#"${"⟦\u12⟧"}"#, "four digits"),
            (#"${"⟦\uD800⟧"}"#, "four digits"),
            // Filters and functions
            ("${vars.a | ⟦lowre⟧}", "'lower'"), ("${vars.a | ⟦to_json⟧}", "'json'"), ("${vars.a | ⟦qqqqqq⟧}", "omit"),
            ("${vars.a | ⟦base64_url⟧}", "'base64url'"), ("${vars.a | ⟦uuid⟧}", "function"),
            ("${⟦upper⟧(vars.a)}", "filter"),
            ("${⟦nwo⟧()}", "'now()'"), ("${⟦env⟧(\"A\")}", "env.NAME"), ("${vars.a |⟦}⟧", "filter"),
            ("${vars.a | ⟦1⟧}", nil), ("${vars.a | ⟦default⟧}", "default(value)"),
            ("${vars.a | ⟦default(1, 2)⟧}", "default(value)"), ("${vars.a | ⟦lower(1)⟧}", "lower"),
            ("${vars.a | ⟦replace(\"a\")⟧}", "replace(text, by)"), ("${⟦now(1)⟧}", "now()"),
            ("${⟦read()⟧}", "read(path)"),
            ("${vars.a | ⟦date⟧}", "date(format, zone?)"), ("${vars.a | lower(1⟦}⟧", ")"),
            // Literal arguments
            ("${vars.a | split(⟦null⟧)}", nil), ("${vars.a | plus(⟦\"5 minutes\"⟧)}", "5m"),
            ("${vars.a | plus(⟦5⟧)}", nil),
            ("${vars.a | minus(⟦true⟧)}", nil), (#"${vars.a | regex("a⟦(⟧")}"#, nil),
            (#"${vars.a | regex(⟦"\\d(("⟧)}"#, nil),
            ("${vars.a | regex(⟦1⟧)}", nil), ("${vars.a | regex(\"(a)\", ⟦2⟧)}", "0 is all"),
            ("${vars.a | regex(\"(a)\", ⟦-1⟧)}", nil), ("${vars.a | regex(\"(a)\", ⟦\"1\"⟧)}", nil),
            ("${vars.a | date(\"⟦YYYY⟧-MM\")}", "yyyy"), ("${vars.a | date(\"yyyy-MM-⟦DD⟧\")}", "dd"),
            ("${vars.a | date(\"yyyy-MM-dd⟦T⟧HH\")}", "quotes"), ("${vars.a | date(\"é ⟦'open⟧\")}", nil),
            ("${vars.a | date(\"yyyy\", ⟦\"../etc/passwd\"⟧)}", "Europe/Berlin"), ("${vars.a | date(⟦1⟧)}", nil),
            ("${read(⟦null⟧)}", nil),
            // omit
            ("a ${vars.a | ⟦omit⟧}", "default"), ("${(vars.a | ⟦omit⟧) == 1}", "default"),
            ("${vars.a | default(vars.b | ⟦omit⟧)}", "default"),
        ] as [(String, String?)])
    func places(text: String, hint: String?) throws {
        let marked = MarkedText(text)
        let errors = syntaxErrors(of: marked.text)
        #expect(errors.map(\.range) == marked.ranges, "\(errors)")
        if let hint { #expect(errors.first?.hint?.contains(hint) == true, "\(errors)") }
        #expect(errors.allSatisfy { !$0.message.isEmpty })
    }

    @Test("All errors of a text are reported at once")
    func all() {
        let marked = MarkedText(
            "${⟦$.x⟧} ${vars.a | ⟦lowr⟧ | ⟦uper⟧} ok ${vars.a} ⟦${}⟧ ${\"⟦\\q⟧\" | ⟦trm⟧} ${vars.b | ⟦date⟧ ⟦1⟧} ⟦${⟧open"
        )
        #expect(syntaxErrors(of: marked.text).map(\.range) == marked.ranges)
    }

    @Test(
        "Text that only resembles a template is fine", arguments: ["$", "$$", "{x}", "$ {x}", "}", "$$$", "$x", "a}b"])
    func harmless(text: String) throws {
        #expect(try Template(text).literalText == text)
    }
}
