import FoundationEssentials
import JSON

/// Reads lives and instants as servers write them.
enum Seconds {
    /// A number of seconds: a number, or a text that is one; nil for anything else.
    ///
    /// What is too large for a double is infinite, which ``TokenLife`` cuts down.
    static func duration(_ node: JSONNode?) -> Double? {
        guard let number = node?.number ?? node?.string.flatMap({ JSONNumber(trimmed($0)) }) else { return nil }
        return number.double ?? (number.text.hasPrefix("-") ? -.infinity : .infinity)
    }

    /// An instant in seconds since 1970: such a number, or RFC 3339.
    static func instant(_ node: JSONNode?) -> Double? {
        if let seconds = duration(node) { return seconds }
        guard let text = node?.string else { return nil }
        // RFC 3339, 5.6: both letters may be small, and a blank may stand for the T.
        let spelled = trimmed(text).uppercased().replacing(" ", with: "T")
        return (try? Date(spelled, strategy: .iso8601))?.timeIntervalSince1970
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
