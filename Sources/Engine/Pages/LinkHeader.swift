/// The targets of a `Link` header field by relation type (RFC 8288).
struct LinkHeader {
    /// One link of the field: its target as written, and its relation types in lower case.
    struct Link: Equatable {
        var target: String
        var relations: [String]
    }

    /// The links in the order of the field; what cannot be parsed is passed over (RFC 8288, B.2).
    private(set) var links: [Link] = []

    /// Parses the values of all `Link` fields of a response.
    init(fields: [String]) {
        for field in fields { parse(Array(field.utf8)) }
    }

    /// The target of the first link that has this relation type.
    func target(relation: String) -> String? {
        let wanted = relation.lowercased()
        return links.first { $0.relations.contains(wanted) }?.target
    }

    private mutating func parse(_ bytes: [UInt8]) {
        var scanner = Scanner(bytes: bytes)
        while let target = scanner.nextTarget() {
            var relations: [String] = []
            while let (name, value) = scanner.nextParameter() {
                // Only the first `rel` counts (RFC 8288, 3.3).
                if name == "rel" && relations.isEmpty {
                    relations = value.lowercased().split(separator: " ").map(String.init)
                }
            }
            links.append(Link(target: target, relations: relations))
        }
    }

    /// A cursor over one field value.
    private struct Scanner {
        let bytes: [UInt8]
        var index = 0

        /// Moves past the next `<target>`; nil at the end of the field.
        mutating func nextTarget() -> String? {
            while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
            guard index < bytes.count else { return nil }
            let start = index + 1
            guard let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) else {
                index = bytes.count
                return nil
            }
            index = end + 1
            return String(decoding: bytes[start..<end], as: UTF8.self)
        }

        /// The next `;name=value` of the current link, name in lower case; nil at its end.
        mutating func nextParameter() -> (name: String, value: String)? {
            skipSpace()
            guard index < bytes.count, bytes[index] == UInt8(ascii: ";") else { return nil }
            index += 1
            skipSpace()
            let name = take { !Self.isSpace($0) && !";,=".utf8.contains($0) }.lowercased()
            skipSpace()
            guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return (name, "") }
            index += 1
            skipSpace()
            if index < bytes.count, bytes[index] == UInt8(ascii: "\"") { return (name, quotedString()) }
            return (name, take { !Self.isSpace($0) && !";,".utf8.contains($0) })
        }

        private mutating func quotedString() -> String {
            index += 1
            var text: [UInt8] = []
            while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
                if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count { index += 1 }
                text.append(bytes[index])
                index += 1
            }
            index = min(index + 1, bytes.count)
            return String(decoding: text, as: UTF8.self)
        }

        private mutating func take(while condition: (UInt8) -> Bool) -> String {
            let start = index
            while index < bytes.count, condition(bytes[index]) { index += 1 }
            return String(decoding: bytes[start..<index], as: UTF8.self)
        }

        private mutating func skipSpace() {
            while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
        }

        private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    }
}
