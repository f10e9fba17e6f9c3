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
    var next: Int { isContainer ? Int(storage.words[index + 1] >> 32) : index + 1 }
    /// Whether it is an array or an object.
    var isContainer: Bool { word >> 61 >= TapeKind.array.rawValue }

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
        isContainer ? Int(truncatingIfNeeded: storage.words[index + 1] & 0xFFFF_FFFF) : 0
    }

    /// Where it stands in the document's bytes, quotes and brackets included.
    public var range: Range<Int> {
        tapeKind == .string ? start - 1..<start + length + 1 : start..<start + length
    }

    /// The elements of an array; none for other kinds.
    public var elements: JSONElements { JSONElements(self) }

    /// The members of an object in their order, duplicates included; none for other kinds.
    public var members: JSONMembers { JSONMembers(self) }

    /// The elements of an array or the values of an object's members; none for other kinds.
    public var children: JSONChildren { JSONChildren(self) }

    /// It, of an array or object, and every array and object in it; none for other kinds.
    public var containers: JSONContainers { JSONContainers(self) }

    /// The member of this name; with duplicates the last one.
    public subscript(_ name: String) -> JSONNode? {
        guard tapeKind == .object else { return nil }
        var name = name
        return name.withUTF8(memberIndex).map { JSONNode(storage: storage, index: $0) }
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

    /// Whether it is the string of these Unicode scalars; nothing is copied unless it has escapes.
    public func isString(_ text: String) -> Bool {
        guard tapeKind == .string else { return false }
        var text = text
        return text.withUTF8 { textEquals($0) }
    }

    /// Whether a string is this UTF-8 text.
    func textEquals(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        if hasEscapes { return string.map { $0.utf8.elementsEqual(text) } ?? false }
        guard length == text.count else { return false }
        return storage.bytes.withUnsafeBufferPointer { $0[start..<start + length].elementsEqual(text) }
    }

    /// The place on the tape of the last value of this name.
    ///
    /// It looks at bare words: to make a node of each name would count references, and take three times as long.
    private func memberIndex(_ wanted: UnsafeBufferPointer<UInt8>) -> Int? {
        let words = storage.words
        let end = next
        return storage.bytes.withUnsafeBufferPointer { bytes in
            var found: Int?
            var position = index + 2
            while position < end {
                let name = words[position]
                if name & Tape.escapes != 0 {
                    if JSONNode(storage: storage, index: position).textEquals(wanted) { found = position + 1 }
                } else if Int(truncatingIfNeeded: name) & 0x3FFF_FFFF == wanted.count {
                    let start = Int(truncatingIfNeeded: name >> 30) & 0x3FFF_FFFF
                    var place = 0
                    while place < wanted.count, bytes[start + place] == wanted[place] { place += 1 }
                    if place == wanted.count { found = position + 1 }
                }
                position += 1
                let isContainer = words[position] >> 61 >= TapeKind.array.rawValue
                position = isContainer ? Int(words[position + 1] >> 32) : position + 1
            }
            return found
        }
    }
}
