import JSON

/// Writes records in their compact JSON form; the names of fields, which repeat, are escaped once.
struct JSONRecordWriter {
    /// The names of the last record's fields, each with what stands before and behind it.
    private var names: [(name: String, text: [UInt8])] = []

    mutating func append(_ record: Record, to output: inout [UInt8]) {
        switch record.content {
        case .node(let node): node.write(to: &output)
        case .fields(let fields):
            if fields.isEmpty { output.append(UInt8(ascii: "{")) }
            for (place, field) in fields.enumerated() {
                if place == names.count { names.append((field.name, Self.text(field.name, at: place))) }
                if names[place].name != field.name { names[place] = (field.name, Self.text(field.name, at: place)) }
                output.append(contentsOf: names[place].text)
                field.value.write(to: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    private static func text(_ name: String, at place: Int) -> [UInt8] {
        var text = [UInt8(ascii: place == 0 ? "{" : ",")]
        JSONWriter.appendString(name, to: &text)
        text.append(UInt8(ascii: ":"))
        return text
    }
}
