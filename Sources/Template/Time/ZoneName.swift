/// Names of time zones.
enum ZoneName {
    /// Whether a text can be the name of a zone, such as `Europe/Berlin`: it cannot be a path that leads elsewhere.
    static func isValid(_ name: String) -> Bool {
        fixed(name) != nil
            || name.utf8.count <= 64 && !name.isEmpty
                && name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
                    !part.isEmpty
                        && part.utf8.allSatisfy { CharacterClass.isNamePart($0) || $0 == UInt8(ascii: "+") }
                }
    }

    /// The zone of a name that needs no file: `UTC`, or an offset such as `+02:00`.
    static func fixed(_ name: String) -> Zone? {
        if name == "UTC" || name == "Z" || name == "GMT" { return .utc }
        var scanner = DigitScanner(name)
        guard let seconds = scanner.offset(), scanner.isAtEnd else { return nil }
        return .fixed(ZoneOffset(seconds: seconds, name: name))
    }

    /// The error for a name that no zone has.
    ///
    /// It does not repeat the name, which may come from anywhere: its place shows it.
    static func unknown(at range: Range<Int>) -> TemplateError {
        TemplateError(
            message: "there is no such time zone", hint: "write UTC, +02:00, or a name such as Europe/Berlin",
            range: range)
    }
}
