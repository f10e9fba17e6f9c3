import JSONPath
import Testing

@Suite("Mistakes are pointed at and corrected")
struct MistakeTests {
    @Test(
        "In queries",
        arguments: [
            ("$«items»", "`$.items`"), ("$«first-name».x", "`$['first-name'].x`"), ("«items»[0].id", "`$.items[0].id`"),
            ("«.»a", "`$.a`"), ("«[»0]", "`$[0]`"), ("«@».a.b", "`$.a.b`"),
            ("«@odata.nextLink»", "`$['@odata.nextLink']`"),
            ("$.x.a«-»b.c", "`$.x['a-b'].c`"), ("$.a«-»b", "`$['a-b']`"), ("$..a«:»b", "`$..['a:b']`"),
            ("$.«1»", "`$[1]`"),
            ("$.items.«0».id", "`$.items[0].id`"), ("$.v.«@»odata.nextLink", "`$.v['@odata.nextLink']`"),
            ("$.«'a b'».c", "`$['a b'].c`"), ("$«.»[0]", "`$[0]`"), ("$.a«.»['b']", "`$.a['b']`"),
            ("$«...»a", "`$..a`"),
            ("$.a«..»", "`..name`"), ("$.items.«length(»)", "`length($.items)`"), ("$.a«[»", "`]`"), ("$«[»'a'", "`]`"),
            ("$[«'»a", "'"),
            ("$[«first-name»]", "`['first-name']`"), ("$.a[«(»@.length-1)]", "`[-1]`"), ("$.a[«@».b]", "`[?@"),
            ("$[«-0»]", "`0`"), ("$[«007»]", "`7`"), ("$[0,«]»", "comma"), ("$.a «=»= 1", "`$.items[?"),
            ("«'»$.a'", "quotes"),
        ])
    func queries(marked: String, hint: String) throws {
        let marked = MarkedText(marked)
        let error = try #require(throws: JSONPathError.self) { try JSONPath(marked.text) }
        #expect(error.range == marked.range, "\(error.message)")
        #expect(error.hint?.contains(hint) == true, "\(error.hint ?? "no hint")")
    }

    @Test(
        "In filters",
        arguments: [
            ("@.a «=» 1", "`==`"), ("@.a «===» 1", "`==`"), ("@.a «!==» 1", "`!=`"), ("@.a «<>» 1", "`!=`"),
            ("@.a «=<» 1", "`<=`"),
            ("@.a «=~» 'x'", "match("), ("@.a «and» @.b", "`&&`"), ("@.a «OR» @.b", "`||`"), ("@.a «&» @.b", "`&&`"),
            ("@.a «|» @.b", "`||`"),
            ("«not» @.a", "`!`"), ("@.a == «done»", "`'done'`"), ("«state» == 'x'", "`@.state`"),
            ("@.a == «True»", "`true`"),
            ("@.a == «None»", "`null`"), ("«@.a[*]» == 1", "`count(@.a[*])`"), ("«length(@.a)»", "`length(@.a) > 0`"),
            ("«match(@.a, 'x')» == true", "alone"), ("«len»(@.a) > 1", "`length(…)`"), ("«foo»(@.a)", "search"),
            ("length(«@.*») > 1", "`count(@.*)`"), ("«count» (@.*) > 1", "`count(…)`"), ("!@.a «==» 1", "`!("),
            ("«1»", "`@.name == 1`"),
            ("@.a == 1 «==» 2", "`&&`"), ("@.a «contains» 'x'", "search("), ("@.a«-»b == 1", "`@['a-b']`"),
            ("«.»a == 1", "`@.a`"),
        ])
    func filters(marked: String, hint: String) throws {
        let marked = MarkedText("$[?" + marked + "]")
        let error = try #require(throws: JSONPathError.self) { try JSONPath(marked.text) }
        #expect(error.range == marked.range, "\(error.message)")
        #expect(error.hint?.contains(hint) == true, "\(error.hint ?? "no hint")")
    }

    @Test("A template is not evaluated", arguments: ["«${»vars.path}", "$.a[?@.id == «${»vars.id}]"])
    func templates(marked: String) throws {
        let marked = MarkedText(marked)
        let error = try #require(throws: JSONPathError.self) { try JSONPath(marked.text) }
        #expect(error.range == marked.range)
        #expect(error.message.contains("${…}"))
    }

    @Test("Offsets count bytes and cover whole characters")
    func beyondASCII() throws {
        let marked = MarkedText("$['ä'].ö«-»ü")
        let error = try #require(throws: JSONPathError.self) { try JSONPath(marked.text) }
        #expect(error.range == marked.range)
        #expect(error.hint == "did you mean `$['ä']['ö-ü']`?")
    }
}
