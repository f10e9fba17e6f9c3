import Template
import Testing

@Suite("References of templates")
struct ReferenceTests {
    @Test("Roots, paths and places")
    func places() throws {
        let marked = MarkedText(
            "é ${⟦calls.get-items.headers[\"Content-Type\"]⟧} ${⟦item[0][-1].a⟧ | join(⟦vars.sep⟧)} ${!⟦x⟧ || ⟦y.z⟧ == read(⟦f⟧)}"
        )
        let references = try Template(marked.text).references
        #expect(references.map(\.range) == marked.ranges)
        #expect(references.map(\.root) == ["calls", "item", "vars", "x", "y", "f"])
        #expect(references[0].path == [.name("get-items"), .name("headers"), .name("Content-Type")])
        #expect(references[1].path == [.index(0), .index(-1), .name("a")])
        #expect(references[3].path.isEmpty)
    }

    @Test(
        "Whether a default follows",
        arguments: [
            ("${a.b | default(1)}", [true]), ("${a.b | omit}", [true]), ("${a.b}", [false]),
            ("${a.b | lower | default(1)}", [false]), ("${a | default(b)}", [true, false]),
            ("${a | default(b | default(c))}", [true, true, false]), ("${(a) | default(1)}", [true]),
            ("${(a).b | default(1)}", [true]), ("${(a || b) | default(1)}", [false, false]),
        ])
    func defaults(text: String, expected: [Bool]) throws {
        #expect(try Template(text).references.map(\.hasDefault) == expected)
    }
}
