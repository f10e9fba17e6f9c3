internal import Diagnostics

/// Finds out whether a file is text at all, before libyaml sees it.
///
/// libyaml would take UTF-16, and where it refuses it says only an offset.
enum InputCheck {
    /// What is wrong with a file, if anything.
    static func problem(of file: SourceFile) -> Diagnostic? {
        let bytes = file.bytes
        guard bytes.count <= Limits.bytes else {
            return Diagnostic(
                code: .fileTooLarge, title: "the file is larger than 1 MiB",
                span: SourceSpan(file: file, start: 0, end: 0), label: "it has \(bytes.count) bytes",
                notes: ["job files are small; put data into files of its own ('for_each: {in: {file: rows.csv}}')"])
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || hasZeroInFirstPair(bytes) {
            return Diagnostic(
                code: .notUTF8, title: "the file is UTF-16, not UTF-8",
                span: SourceSpan(file: file, start: 0, end: 0), label: "save it as UTF-8")
        }
        do {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            let range = error.byteOffsets
            let byte = range.lowerBound < bytes.count ? bytes[range.lowerBound] : 0
            let hex = String(byte, radix: 16, uppercase: true)
            return Diagnostic(
                code: .notUTF8, title: "the file is not UTF-8",
                span: SourceSpan(file: file, start: range.lowerBound, end: range.upperBound),
                label: "the byte 0x\(hex) is not part of a character",
                notes: ["save the file as UTF-8; the text is probably Latin-1 or Windows-1252"])
        }
        return controlCharacter(in: file)
    }

    private static func hasZeroInFirstPair(_ bytes: [UInt8]) -> Bool {
        bytes.count >= 2 && (bytes[0] == 0) != (bytes[1] == 0)
    }

    private static func controlCharacter(in file: SourceFile) -> Diagnostic? {
        let bytes = file.bytes
        for index in bytes.indices {
            guard let length = forbiddenLength(at: index, in: bytes) else { continue }
            let span = SourceSpan(file: file, start: index, end: index + length)
            let code = span.text.unicodeScalars.first.map { String($0.value, radix: 16, uppercase: true) } ?? ""
            let name = "U+" + String(repeating: "0", count: max(4 - code.count, 0)) + code
            let notes =
                name == "U+FEFF"
                ? ["a byte order mark may only stand at the start; were two files put together?"]
                : ["inside double quotes it can be written as an escape, such as \\x00"]
            return Diagnostic(
                code: .controlCharacter, title: "the character \(name) cannot stand in YAML", span: span,
                label: "remove this", notes: notes)
        }
        return nil
    }

    /// How long a character is that YAML does not allow, or nil for one that it does.
    private static func forbiddenLength(at index: Int, in bytes: [UInt8]) -> Int? {
        func next(_ distance: Int) -> UInt8 { index + distance < bytes.count ? bytes[index + distance] : 0 }
        switch bytes[index] {
        case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return nil
        case 0..<0x20, 0x7F: return 1
        case 0xC2 where (0x80..<0xA0).contains(next(1)) && next(1) != 0x85: return 2
        case 0xEF where next(1) == 0xBB && next(2) == 0xBF && index > 0: return 3
        case 0xEF where next(1) == 0xBF && next(2) >= 0xBE: return 3
        default: return nil
        }
    }
}
