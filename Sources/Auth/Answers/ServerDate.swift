import FoundationEssentials
import HTTP

/// What an answer says about time.
enum ServerDate {
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// The seconds that the server's clock is ahead of ours, to a second or two; nil when it does not say.
    static func skew(of response: HTTPResponse, at now: Double) -> Double? {
        date(response.headers.first("Date")).map { $0 - now }
    }

    /// How long the server wants to be left alone, RFC 9110 section 10.2.3; nil when it does not say.
    static func retryAfter(_ response: HTTPResponse, at now: Double) -> Duration? {
        guard let text = response.headers.first("Retry-After") else { return nil }
        // A date is measured against the server's own clock.
        let seconds = Double(text) ?? date(text).map { $0 - (date(response.headers.first("Date")) ?? now) }
        guard let seconds, seconds > 0 else { return nil }
        return .seconds(min(seconds, 366 * 86_400))
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`, the one form that servers may send.
    private static func date(_ text: String?) -> Double? {
        let words = text?.split(separator: " ") ?? []
        guard words.count == 6, words[1].count == 2, let month = months.firstIndex(of: String(words[2])) else {
            return nil
        }
        let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
        return (try? Date("\(words[3])-\(number)-\(words[1])T\(words[4])Z", strategy: .iso8601))?
            .timeIntervalSince1970
    }
}
