/// A value inside a document.
public struct JSONNode: Sendable {
    let storage: JSONStorage
    /// The value's place on the tape.
    let index: Int

    var word: UInt64 { storage.words[index] }
    var start: Int { Int(truncatingIfNeeded: word >> 30) & 0x3FFF_FFFF }
    var length: Int { Int(truncatingIfNeeded: word) & 0x3FFF_FFFF }
    var tapeKind: TapeKind { TapeKind(rawValue: word >> 61) ?? .null }
    var hasEscapes: Bool { word & Tape.escapes != 0 }
    /// The place of the next value on the tape.
    var next: Int { word >> 61 >= TapeKind.array.rawValue ? Int(storage.words[index + 1] >> 32) : index + 1 }

    /// What kind of value it is.
    public var kind: JSONKind {
        switch tapeKind {
        case .null: .null
        case .true, .false: .bool
        case .number: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }

    /// The document that it is part of.
    public var document: JSONDocument { JSONDocument(storage: storage) }

    /// Whether it is `null`.
    public var isNull: Bool { tapeKind == .null }

    /// Its truth value, of a boolean.
    public var bool: Bool? {
        switch tapeKind {
        case .true: true
        case .false: false
        default: nil
        }
    }

    /// Its decoded text, of a string.
    public var string: String? {
        guard tapeKind == .string else { return nil }
        let raw = storage.bytes[start..<start + length]
        guard hasEscapes else { return String(decoding: raw, as: UTF8.self) }
        return StringEscapes.decode(raw)
    }

    /// It as a number, with its spelling.
    public var number: JSONNumber? {
        guard tapeKind == .number else { return nil }
        return JSONNumber(unchecked: String(decoding: storage.bytes[start..<start + length], as: UTF8.self))
    }

    /// How many elements or members it has; 0 for other kinds.
    public var count: Int {
        word >> 61 >= TapeKind.array.rawValue ? Int(truncatingIfNeeded: storage.words[index + 1] & 0xFFFF_FFFF) : 0
    }

    /// Where it stands in the document's bytes, quotes and brackets included.
    public var range: Range<Int> {
        tapeKind == .string ? start - 1..<start + length + 1 : start..<start + length
    }

    /// The elements of an array; none for other kinds.
    public var elements: JSONElements { JSONElements(self) }

    /// The members of an object in their order, duplicates included; none for other kinds.
    public var members: JSONMembers { JSONMembers(self) }

    /// The member of this name; with duplicates the last one.
    public subscript(_ name: String) -> JSONNode? {
        guard tapeKind == .object else { return nil }
        var name = name
        return name.withUTF8 { wanted in
            var found: JSONNode?
            var position = index + 2
            let end = next
            while position < end {
                let key = JSONNode(storage: storage, index: position)
                let value = JSONNode(storage: storage, index: position + 1)
                if key.textEquals(wanted) { found = value }
                position = value.next
            }
            return found
        }
    }

    /// The element at a place; a negative one counts from the end.
    public subscript(_ place: Int) -> JSONNode? {
        let count = count
        let place = place < 0 ? place + count : place
        guard tapeKind == .array, place >= 0, place < count else { return nil }
        var node = JSONNode(storage: storage, index: index + 2)
        for _ in 0..<place { node = JSONNode(storage: storage, index: node.next) }
        return node
    }

    /// Whether a string is this UTF-8 text.
    func textEquals(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        if hasEscapes { return string.map { $0.utf8.elementsEqual(text) } ?? false }
        guard length == text.count else { return false }
        return storage.bytes.withUnsafeBufferPointer { buffer in
            UnsafeBufferPointer(rebasing: buffer[start..<start + length]).elementsEqual(text)
        }
    }
}
