/// Names of tables and columns in SQL.
enum Identifier {
    /// The name in double quotes, so that it is taken as it stands: SQL's own words, capitals, quotes, anything.
    ///
    /// No database has a name with a NUL in it; it becomes U+FFFD, and cannot end the statement early.
    static func quote(_ name: String) -> String {
        var quoted = "\""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\"\""
            case "\0": quoted += "\u{FFFD}"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
