extension JSONValue {
    /// Appends the value in its compact form.
    public func write(to output: inout [UInt8]) {
        switch self {
        case .null: output.append(contentsOf: "null".utf8)
        case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let number): output.append(contentsOf: number.text.utf8)
        case .string(let text): JSONWriter.appendString(text, to: &output)
        case .array(let elements):
            output.append(UInt8(ascii: "["))
            for (place, element) in elements.enumerated() {
                if place > 0 { output.append(UInt8(ascii: ",")) }
                element.write(to: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let members):
            output.append(UInt8(ascii: "{"))
            for (place, member) in members.enumerated() {
                if place > 0 { output.append(UInt8(ascii: ",")) }
                JSONWriter.appendString(member.name, to: &output)
                output.append(UInt8(ascii: ":"))
                member.value.write(to: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    /// The value in its compact form.
    public func serialized() -> String {
        var output: [UInt8] = []
        write(to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// The value for people to read: a member or element a line, two spaces a level, no line break at the end.
    public func pretty() -> String {
        var output: [UInt8] = []
        writePretty(to: &output, level: 0)
        return String(decoding: output, as: UTF8.self)
    }

    private func writePretty(to output: inout [UInt8], level: Int) {
        switch self {
        case .array(let elements) where !elements.isEmpty:
            Self.writeBlock(elements, "[", "]", to: &output, level: level) { element, output in
                element.writePretty(to: &output, level: level + 1)
            }
        case .object(let members) where !members.isEmpty:
            Self.writeBlock(members, "{", "}", to: &output, level: level) { member, output in
                JSONWriter.appendString(member.name, to: &output)
                output.append(contentsOf: ": ".utf8)
                member.value.writePretty(to: &output, level: level + 1)
            }
        default: write(to: &output)
        }
    }

    private static func writeBlock<Item>(
        _ items: [Item], _ open: String, _ close: String, to output: inout [UInt8], level: Int,
        writeItem: (Item, inout [UInt8]) -> Void
    ) {
        output.append(contentsOf: open.utf8)
        for (place, item) in items.enumerated() {
            if place > 0 { output.append(UInt8(ascii: ",")) }
            breakLine(to: &output, level: level + 1)
            writeItem(item, &output)
        }
        breakLine(to: &output, level: level)
        output.append(contentsOf: close.utf8)
    }

    private static func breakLine(to output: inout [UInt8], level: Int) {
        output.append(UInt8(ascii: "\n"))
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: level * 2))
    }
}
