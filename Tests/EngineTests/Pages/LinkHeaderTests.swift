import Testing

@testable import Engine

@Suite struct LinkHeaderTests {
    @Test(arguments: [
        ("<https://a.example/p2>; rel=\"next\"", "https://a.example/p2"),
        ("</p2>;rel=next", "/p2"),
        ("<a>; rel=\"prev\", <b>; rel=\"next\"", "b"),
        ("<a,b;c>; rel=next", "a,b;c"),
        ("<a>; title=\"x, y; rel=next\"; rel=\"last\", <b>; REL=\"Next\"", "b"),
        ("<a>; rel=\"first next\"", "a"),
        ("<a>; title=\"say \\\"hi\\\"\"; rel=next", "a"),
        ("junk, <b> ; rel = next", "b"),
        ("<a>; crossorigin; rel=next", "a"),
    ])
    func findsTheNextTarget(field: String, target: String) {
        #expect(LinkHeader(fields: [field]).target(relation: "next") == target)
    }

    @Test(arguments: ["", "<", "<a", "<a>", "<a>; rel", "<a>; rel=\"next", "<a>; rel=prev; rel=next", ";;;,,,"])
    func findsNoneWhereThereIsNone(field: String) {
        let found = LinkHeader(fields: [field]).target(relation: "next")
        // An unclosed quote still names its relation: it is the end of the field that closes it.
        #expect(found == (field == "<a>; rel=\"next" ? "a" : nil))
    }

    @Test func readsSeveralFields() {
        let header = LinkHeader(fields: ["<a>; rel=prev", "<b>; rel=next"])
        #expect(header.target(relation: "NEXT") == "b")
    }
}
