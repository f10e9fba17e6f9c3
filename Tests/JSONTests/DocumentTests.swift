import JSON
import Testing

@Suite struct DocumentTests {
    @Test(arguments: [
        "null", "true", "false", "0", "-0", "1.10", "1e400", "12345678901234567890", "-1.5E-7", "\"\"", "\"a\"", "[]",
        "{}", " [ 1 , 2 ] ", "{\"a\":{\"b\":[null]}}", "\"\\u00e4\\n\\\"\"", "\"\\ud83d\\ude00\"", "\"ä€😀\"",
        "\"\u{7F}\"", "\"\u{FFFF}\"", "{\"\":0,\"\":1}", "\r\n\t1\r\n",
    ])
    func acceptsValidText(_ text: String) throws {
        let document = try JSONDocument(Array(text.utf8))
        #expect(document.bytes == Array(text.utf8))
    }

    @Test(arguments: [
        ("", 1, 1, "a value"), ("  ", 1, 3, "a value"), ("[1,]", 1, 4, "a value"), ("[1", 1, 3, "',' or ']'"),
        ("{\"a\" 1}", 1, 6, "':'"), ("{a:1}", 1, 2, "a name in double quotes"),
        ("{\"a\":1,}", 1, 8, "a name in double quotes"),
        ("01", 1, 2, "no digit after a leading zero"), ("1.", 1, 3, "a digit"), ("1e", 1, 3, "a digit"),
        ("+1", 1, 1, "a value"),
        (".5", 1, 1, "a value"), ("-", 1, 2, "a digit"), ("nul", 1, 1, "a value"), ("nulL", 1, 1, "a value"),
        ("1 2", 1, 3, "the end of the text"), ("[1]]", 1, 4, "the end of the text"), ("'a'", 1, 1, "a value"),
        ("\"a", 1, 3, "'\"' at the end of a string"), ("\"\n\"", 1, 2, "an escape instead of a control character"),
        ("[\n1,\nx]", 3, 1, "a value"), ("\"ä\\x\"", 1, 3, "an escape: one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u"),
        ("\"\\u12g4\"", 1, 6, "four hexadecimal digits"), ("\"\\ud800\"", 1, 2, "the second half of a surrogate pair"),
        ("\"\\ud800\\u0041\"", 1, 2, "the second half of a surrogate pair"),
        ("\"\\udc00\"", 1, 2, "the first half of a surrogate pair"), ("[1}", 1, 3, "',' or ']'"),
        ("\u{FEFF}1", 1, 1, "a value, without a byte order mark before it"), ("NaN", 1, 1, "a value"),
    ])
    func saysWhereAndWhatWasExpected(_ text: String, _ line: Int, _ column: Int, _ expected: String) {
        let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument(Array(text.utf8)) }
        #expect(error?.line == line)
        #expect(error?.column == column)
        #expect(error?.expected == expected)
    }

    @Test(
        arguments: [
            [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8], [0x80], [0xC3],
            [0xE2, 0x82],
            [0xF0, 0x9F, 0x98], [0xFF],
        ] as [[UInt8]])
    func rejectsInvalidUTF8(_ bytes: [UInt8]) {
        let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument([0x22] + bytes + [0x22]) }
        #expect(error?.expected == "valid UTF-8")
        #expect(error?.offset == 1)
        #expect(throws: JSONSyntaxError.self) { try JSONDocument([0x22] + Array("abcdefghi".utf8) + bytes) }
    }

    @Test func limitsTheDepth() throws {
        let deepest = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
        #expect(try JSONDocument(Array(deepest.utf8)).root.count == 1)
        let deeper = #expect(throws: JSONSyntaxError.self) { try JSONDocument(Array(("[" + deepest + "]").utf8)) }
        #expect(deeper?.expected == "at most 512 levels")
        #expect(throws: JSONSyntaxError.self) { try JSONDocument(Array(repeating: UInt8(ascii: "{"), count: 100_000)) }
    }

    @Test func namesWhatItFound() {
        func found(_ text: String) -> String? {
            do { _ = try JSONDocument(Array(text.utf8)) } catch { return error.found }
            return nil
        }
        #expect(found("") == "nothing: the text is empty")
        #expect(found("[") == "the end of the text")
        #expect(found("<html>") == "'<'")
        #expect(found("[é") == "'é'")
        #expect(found("\"\u{1}\"") == "the byte 0x01")
        #expect(found("\"\n") == "the end of the line")
    }

    @Test func survivesEveryCutAndEveryChangedByte() throws {
        let text = Array(#"{"a":[1.5e3,true,null,"x\u00e4\ud83d\ude00y",{"b":-0}],"ü":"\\"}"#.utf8)
        #expect(try JSONDocument(text).root.count == 2)
        for length in 0..<text.count {
            #expect(throws: JSONSyntaxError.self) { try JSONDocument(Array(text[..<length])) }
        }
        var accepted = 0
        for place in text.indices {
            for byte in UInt8.min...UInt8.max {
                var changed = text
                changed[place] = byte
                if let document = try? JSONDocument(changed) {
                    accepted += 1
                    var output: [UInt8] = []
                    document.root.write(to: &output)
                    #expect(try JSONDocument(output).root.isEqual(to: document.root))
                }
            }
        }
        #expect(accepted > text.count)
    }
}
