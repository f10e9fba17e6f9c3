import Diagnostics
import Testing

struct SuggestionTests {
    static let keys = [
        "name", "get", "post", "put", "patch", "delete", "query", "headers", "records", "fields", "write", "base_url",
        "client_id", "client_secret", "incremental", "paginate",
    ]

    @Test(arguments: [
        ("recods", "records"), ("haeders", "headers"), ("baseUrl", "base_url"), ("BASE-URL", "base_url"),
        ("Client_ID", "client_id"), ("client_secert", "client_secret"), ("incr", "incremental"),
        ("record", "records"), ("wirte", "write"), ("gte", "get"), ("pots", "post"), ("increment", "incremental"),
        ("writes_to", "write"),
    ])
    func finds(word: String, expected: String) {
        #expect(Suggestion.nearest(word, in: Self.keys) == expected)
    }

    @Test(arguments: ["", "x", "token", "zebra", "completely_different", "_"])
    func findsNothing(word: String) {
        #expect(Suggestion.nearest(word, in: Self.keys) == nil)
    }

    @Test func passesOverTheWordItself() {
        #expect(Suggestion.nearest("get", in: ["get"]) == nil)
        #expect(Suggestion.nearest("get", in: []) == nil)
    }

    @Test func doesNotCompareHugeWords() {
        let huge = String(repeating: "a", count: 1_000_000)
        #expect(Suggestion.nearest(huge, in: [huge + "b", "aa"]) == nil)
    }
}
