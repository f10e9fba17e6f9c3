/// Makes names of files that lead nowhere else and work on every system.
enum SafeFileName {
    /// Leaves room for an ending and for the names of temporary files; systems allow 255 bytes.
    private static let longest = 200
    private static let forbidden = Set("/\\:*?\"<>|".unicodeScalars)

    /// The text with `_` for what cannot stand in a name, cut at 200 bytes; never empty, `.` or `..`, never hidden.
    static func of(_ text: String) -> String {
        var name = String.UnicodeScalarView()
        var length = 0
        for scalar in text.unicodeScalars {
            let kept = isAllowed(scalar) ? scalar : "_"
            length += UTF8.width(kept)
            if length > longest { break }
            name.append(kept)
        }
        // Windows drops these at the end.
        while name.last == "." || name.last == " " { name.removeLast() }
        if name.first == "." { name.replaceSubrange(name.startIndex...name.startIndex, with: "_".unicodeScalars) }
        return name.isEmpty ? "_" : String(name)
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: !forbidden.contains(scalar)
        }
    }
}
