internal import Diagnostics

/// What names of the job's own may be.
struct NameRule: Sendable {
    /// The code of its diagnostics.
    let code: DiagnosticCode
    /// What is wrong with a name, if anything is.
    let problem: @Sendable (String) -> String?

    /// Anything.
    static let any = NameRule(code: .badName) { $0.isEmpty ? "a name is empty" : nil }
    /// A name by which templates refer to something.
    static let reference = NameRule(code: .badName) { name in
        isReference(name) ? nil : "'\(name)' is not a name: letters, digits, _ and -, beginning with a letter or _"
    }
    /// The name of a header.
    static let header = NameRule(code: .badHeaderName) { name in
        isToken(name)
            ? nil : "'\(name)' cannot be the name of a header: it may not hold spaces or any of ()<>@,;:\\\"/[]?={}"
    }

    /// What is wrong with a name.
    func problem(of name: String) -> String? { problem(name) }

    static func isReference(_ name: String) -> Bool {
        guard let first = name.utf8.first, isLetter(first), name.utf8.count <= 128 else { return false }
        return name.utf8.allSatisfy { isLetter($0) || $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || (0x61...0x7A).contains(byte | 0x20)
    }

    /// RFC 9110 5.6.2.
    static func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
                    || "!#$%&'*+-.^_`|~".utf8.contains(byte)
            }
    }
}
