#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif
import JSON

extension RowFiller {
    mutating func set(_ node: JSONNode, _ bytes: [UInt8], at place: Int) throws(UnfitRecord) {
        switch node.kind {
        case .null: row.cells[place] = .null
        case .bool: try setBool(node.bool == true, at: place)
        case .number:
            let range = node.range
            try setNumber(at: place) { body in
                bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
            }
        case .string:
            try take(.text, at: place)
            if columns.list[place].type == .json {
                row.cells[place] = row.text { node.write(to: &$0) }
                return
            }
            let inside = node.range.lowerBound + 1..<node.range.upperBound - 1
            let isPlain = bytes.withUnsafeBytes { bytes in
                bytes.baseAddress.map { memchr($0 + inside.lowerBound, 0x5C, inside.count) == nil } ?? true
            }
            row.cells[place] = row.text { output in
                if isPlain {
                    output.append(contentsOf: bytes[inside])
                } else {
                    output.append(contentsOf: (node.string ?? "").utf8)
                }
            }
        case .array, .object:
            try take(.nested, at: place)
            row.cells[place] = row.text { node.write(to: &$0) }
        }
    }

    mutating func set(_ value: JSONValue, at place: Int) throws(UnfitRecord) {
        switch value {
        case .null: row.cells[place] = .null
        case .bool(let value): try setBool(value, at: place)
        case .number(let number):
            var text = number.text
            try setNumber(at: place) { body in text.withUTF8 { body($0) } }
        case .string(let text):
            try take(.text, at: place)
            let isJSON = columns.list[place].type == .json
            row.cells[place] = row.text { output in
                if isJSON { value.write(to: &output) } else { output.append(contentsOf: text.utf8) }
            }
        case .array, .object:
            try take(.nested, at: place)
            row.cells[place] = row.text { value.write(to: &$0) }
        }
    }

    private mutating func setBool(_ value: Bool, at place: Int) throws(UnfitRecord) {
        try take(.bool, at: place)
        row.cells[place] =
            switch columns.list[place].type {
            case .boolean, .integer, .number, .any, nil:
                columns.database == .sqlite ? .integer(value ? 1 : 0) : word(value)
            case .text, .json: word(value)
            }
    }

    private mutating func word(_ value: Bool) -> Cell {
        row.text { $0.append(contentsOf: (value ? "true" : "false").utf8) }
    }

    private mutating func setNumber(
        at place: Int, _ withText: ((UnsafeBufferPointer<UInt8>) -> Void) -> Void
    ) throws(UnfitRecord) {
        var kind = ValueKind.null
        var real = 0.0
        withText { text in
            switch NumberSpelling(text) {
            case .integer(let value): kind = .integer(value)
            case .large: kind = .large
            case .fraction:
                kind = .fraction
                guard columns.database == .sqlite else { return }
                real = Double(String(decoding: text, as: UTF8.self)) ?? .infinity
                if !real.isFinite { kind = .large }
            }
        }
        try take(kind, at: place)
        switch (columns.database, columns.list[place].type, kind) {
        case (.sqlite, .boolean, .integer(let value)), (.sqlite, .integer, .integer(let value)),
            (.sqlite, .number, .integer(let value)), (.sqlite, .any, .integer(let value)):
            row.cells[place] = .integer(value)
        case (.sqlite, .integer, .fraction), (.sqlite, .number, .fraction), (.sqlite, .any, .fraction):
            row.cells[place] = .real(real)
        default:
            let start = row.bytes.count
            withText { row.bytes.append(contentsOf: $0) }
            row.cells[place] = .text(start..<row.bytes.count)
        }
    }

    private mutating func take(_ kind: ValueKind, at place: Int) throws(UnfitRecord) {
        if columns.take(kind, at: place) { return }
        let column = columns.list[place]
        guard let type = column.type, !(column.isKey && { if case .nested = kind { true } else { false } }()) else {
            throw UnfitRecord(
                message: "has \(kind.noun) in '\(column.field)', and is to be known by it",
                advice: "a key is text, a number, or true or false")
        }
        throw UnfitRecord(
            message: "has \(kind.noun) in '\(column.field)', a column \(type.noun)",
            advice: "give the field `type: text` under `fields`, or write to another table; a table that is there "
                + "keeps its types until it is removed")
    }
}
