import JSON
import Secrets
import Template
import Testing

@Suite("Values in headers and file paths")
struct LineInsertionTests {
    private func text(_ text: String, _ x: String, _ place: InsertionPlace) throws -> String {
        let scope = TestScope(.object([JSONMember(name: "x", value: .string(x))]))
        return try Template(text).text(in: scope, for: place).text
    }

    @Test("A line break or a NUL is an error there", arguments: [InsertionPlace.header, .path])
    func breaks(place: InsertionPlace) throws {
        let marked = MarkedText("é ⟦${vars.x}⟧ b")
        for value in ["a\nb", "a\rb", "a\r\n", "\u{0}"] {
            let error = #expect(throws: TemplateError.self) { try text(marked.text, value, place) }
            #expect(error?.range == marked.ranges[0])
        }
        #expect(try text(marked.text, "a\tb/ü ", place) == "é a\tb/ü  b")
    }

    @Test("Plain text takes everything as it is")
    func plain() throws {
        #expect(try text("a ${vars.x}", "\n\r\u{0}/ %", .plain) == "a \n\r\u{0}/ %")
    }
}
