/// A file of environment variables: `NAME=value` lines, as `docker --env-file` and systemd's `EnvironmentFile=` read.
///
/// Empty lines and lines that begin with `#` are passed over, a leading `export ` too. A value in single quotes is
/// taken as it is; in double quotes `\n`, `\t`, `\"` and `\\` are escapes.
public enum EnvironmentFile {
    /// Why a file could not be read.
    public struct Failure: Error, Sendable {
        /// What is wrong, with the line where there is one; never the line's text, which may hold a secret.
        public let message: String
    }

    /// The largest file, in bytes.
    public static let maximumSize = 1 << 20

    /// Reads the variables in the order of the file.
    ///
    /// - Throws: the system's reason, or the number of the line that is not `NAME=value`.
    public static func read(path: String) throws(Failure) -> [(name: String, value: String)] {
        do throws(FileReader.Failure) {
            return try parse(try text(of: try FileReader.read(path: path, limit: maximumSize)))
        } catch {
            throw Failure(message: error.message)
        }
    }

    private static func text(of bytes: [UInt8]) throws(FileReader.Failure) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw FileReader.Failure(message: "not UTF-8 text")
        }
        return text
    }

    static func parse(_ text: String) throws(FileReader.Failure) -> [(name: String, value: String)] {
        var variables: [(name: String, value: String)] = []
        // By bytes: to Swift the two of a line break `\r\n` are one character.
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            var line = Substring(line).drop(while: \.isWhitespace)
            while line.last?.isWhitespace == true { line.removeLast() }
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("export ") { line = line.dropFirst(7) }
            guard let separator = line.firstIndex(of: "="), isName(line[..<separator]) else {
                throw FileReader.Failure(message: "line \(index + 1) is not NAME=value")
            }
            let value = line[line.index(after: separator)...]
            guard let unquoted = unquote(value) else {
                throw FileReader.Failure(message: "line \(index + 1) has a quote that is not closed")
            }
            variables.append((String(line[..<separator]), unquoted))
        }
        return variables
    }

    private static func isName(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, !(48...57).contains(first) else { return false }
        return text.utf8.allSatisfy { byte in
            byte == UInt8(ascii: "_") || (48...57).contains(byte) || (65...90).contains(byte)
                || (97...122).contains(byte)
        }
    }

    private static func unquote(_ value: Substring) -> String? {
        guard let quote = value.first, quote == "\"" || quote == "'" else { return String(value) }
        guard value.count >= 2, value.last == quote else { return nil }
        let inner = value.dropFirst().dropLast()
        if quote == "'" { return String(inner) }
        var result = ""
        var isEscaped = false
        for character in inner {
            if isEscaped {
                result.append(character == "n" ? "\n" : character == "t" ? "\t" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        return isEscaped ? nil : result
    }
}
