import Diagnostics

/// A job that was written with flags: the text of the job file that says the same.
///
/// So a hand-made call goes exactly the way of a job: the same checks, the same defaults, the same requests.
struct CommandLineJob {
    /// The name under which diagnostics show it.
    static let name = "command line"

    private(set) var text = ""

    /// The job as a file.
    var source: SourceFile { SourceFile(name: Self.name, text: text) }

    /// Adds a line as it is.
    mutating func line(_ line: String) {
        text += line + "\n"
    }

    /// Adds `key: value`, where the value means exactly this text; nothing when there is no value.
    mutating func entry(_ key: String, _ value: String?) {
        guard let value else { return }
        line("\(key): \(Self.literal(value))")
    }

    /// Adds `key: value`, where the value is a template.
    mutating func template(_ key: String, _ value: String) {
        line("\(key): \(Self.quoted(value))")
    }

    /// A double-quoted YAML scalar that means exactly this text: a `${` from the command line is not evaluated.
    static func literal(_ text: String) -> String {
        quoted(text.replacing("${", with: "$${"))
    }

    /// A double-quoted YAML scalar of a text.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                result += "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
