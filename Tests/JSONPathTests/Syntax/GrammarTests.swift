import JSONPath
import Testing

@Suite("The grammar")
struct GrammarTests {
    @Test(
        "Queries that RFC 9535 allows",
        arguments: [
            "$", "$.a", "$.ä_1", "$._", "$.😀", "$..a", "$..*", "$..[0]", "$ .a ['b'] \t\r\n[0]", "$[ * , 0 ]", "$['']",
            #"$["\/"]"#,
            "$[-9007199254740991:9007199254740991]", "$[?@]", "$[?$]", "$[? @.a ]", "$[?@.a==-0.5e+10]",
            "$[?@.a == 1E2]",
            "$[?count(@..*)>1]", "$[?match( @.a , 'x' )]", "$[?(@.a)]", "$[?@['a'][0]==1]", "$[?@[ 'a' ] == 1]",
            "$[?@.a,?@.b]", #"$['\ud83d\ude00']"#, "$.true", "$.length", "$[?@.and == 1]",
            "$[?length(length(@.a)) == 1]",
        ])
    func allowed(query: String) throws {
        #expect(try JSONPath(query).text == query)
    }

    @Test(
        "Queries that it does not",
        arguments: [
            "$.a ", " $.a", "$. a", "$.. a", "$...a", "$.", "$..", "$.1", "$.a-b", "$[a]", "$[]", "$[", "$]", "$['a'",
            "$[1.0]", "$[01]",
            "$[-0]", "$[- 1]", "$[1e0]", "$[9007199254740992]", "$[0:-9007199254740992]", "$[1:2:3:4]",
            "$[99999999999999999999999]",
            #"$['\a']"#, #"$['\"']"#, #"$["\'"]"#, #"$['\ud800']"#, #"$['\udc00\ud800']"#, #"$['\u00zz']"#,
            "$['\u{1F}']", "$[?]",
            "$[?@.a = 1]", "$[?@.a == 01]", "$[?@.a == .5]", "$[?@.a == 1.]", "$[?@.a == +1]", "$[?@.a == TRUE]",
            "$[?true]", "$[?'a']",
            "$[?@.* == 1]", "$[?@..a == 1]", "$[?!@.a == 1]", "$[?!!@.a]", "$[?(@.a == 1]", "$[?@.a == (1)]",
            "$[?(@.a) == 1]",
            "$[?@.a == 1 == 1]", "$[?length(@)]", "$[?length(@.*) == 1]", "$[?count(1) == 1]",
            "$[?count(length(@)) == 1]",
            "$[?value('a') == 1]", "$[?match(@.a)]", "$[?match(@.a, 'x') == true]", "$[?match(@.*, 'x')]",
            "$[?length() == 1]",
            "$[?length(@, @) == 1]", "$[?length (@) == 1]", "$[?Length(@) == 1]", "$[?length(@.a == 1) == 1]",
            "$[?length(!@.a) == 1]",
            "$[?count(@.a && @.b) == 1]", "$[?@.a &&]", "$[?|| @.a]", "$[?@.a @.b]", "$[?@.a == [1]]", "$[?@.a == {}]",
            "@.a", "a", "",
        ])
    func refused(query: String) throws {
        let error = try #require(throws: JSONPathError.self) { try JSONPath(query) }
        #expect(error.range.lowerBound >= 0 && error.range.upperBound <= query.utf8.count)
        #expect(!error.message.isEmpty)
    }

    @Test("Every text that is cut off somewhere is refused or a query, without a crash")
    func truncated() {
        let query = #"$.a['b\u00e4', 1:2:-1]..[?!(@.x >= -1.5e3 || match($.y, "a\\.b")) && count(@..*) != 2].ö"#
        let scalars = Array(query.unicodeScalars)
        for count in 0..<scalars.count {
            var start = String.UnicodeScalarView()
            start.append(contentsOf: scalars[..<count])
            let text = String(start)
            for text in [text, text + "\"", text + "]", text + ")", text + "\\", text + "\u{0}"] {
                expectRangeWithin(text) { () throws(JSONPathError) in _ = try JSONPath(text) }
                expectRangeWithin(text) { () throws(JSONPathError) in _ = try JSONCondition(text) }
            }
        }
    }

    private func expectRangeWithin(_ text: String, _ parse: () throws(JSONPathError) -> Void) {
        do throws(JSONPathError) {
            try parse()
        } catch {
            #expect(error.range.lowerBound >= 0 && error.range.upperBound <= text.utf8.count)
        }
    }
}
