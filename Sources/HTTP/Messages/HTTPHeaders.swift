import Secrets

/// The fields of a head, in their order; names are found whatever their case.
public struct HTTPHeaders: Sendable, Hashable {
    private var fields: [HTTPHeader] = []

    /// No fields.
    public init() {}

    /// Adds a field behind those that are there, also when one has its name.
    public mutating func add(_ header: HTTPHeader) {
        fields.append(header)
    }

    /// Adds a field whose value is no secret.
    public mutating func add(_ name: String, _ value: String) {
        add(HTTPHeader(name, value))
    }

    /// Puts a field in place of all that have its name.
    public mutating func set(_ header: HTTPHeader) {
        remove(header.name)
        add(header)
    }

    /// Takes away all fields of a name.
    public mutating func remove(_ name: String) {
        removeAll { $0.isNamed(name) }
    }

    /// Takes away all fields that a test holds for.
    mutating func removeAll(where test: (HTTPHeader) -> Bool) {
        fields.removeAll(where: test)
    }

    /// Adds text to the value of the last field, which went on in another line.
    mutating func continueLast(with text: String) {
        guard let last = fields.popLast() else { return }
        fields.append(HTTPHeader(last.name, last.value.text.isEmpty ? text : last.value.text + " " + text))
    }

    /// Whether there is a field of this name.
    public func contains(_ name: String) -> Bool {
        fields.contains { $0.isNamed(name) }
    }

    /// The value of the first field of this name.
    public func first(_ name: String) -> String? {
        fields.first { $0.isNamed(name) }?.value.text
    }

    /// The values of all fields of this name.
    public func all(_ name: String) -> [String] {
        fields.filter { $0.isNamed(name) }.map(\.value.text)
    }
}

extension HTTPHeaders: Sequence {
    /// Goes through the fields in their order.
    public func makeIterator() -> IndexingIterator<[HTTPHeader]> {
        fields.makeIterator()
    }
}

extension HTTPHeader {
    /// Compares ASCII letters only, as names have no others.
    fileprivate func isNamed(_ other: String) -> Bool {
        name.utf8.count == other.utf8.count
            && name.utf8.elementsEqual(other.utf8) { $0 == $1 || $0.asciiLowercased == $1.asciiLowercased }
    }
}

extension UInt8 {
    fileprivate var asciiLowercased: UInt8 {
        UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self ? self | 0x20 : self
    }
}
