import HTTP
import JobFile

/// What to say about clocks that differ.
enum ClockAdvice {
    /// A clock that is off by less than that, in seconds, is no reason for a refusal.
    private static let tolerance = 30.0

    /// Whether two clocks differ by so much that a server may refuse what was signed.
    static func isNotable(_ skew: Double) -> Bool { abs(skew) > tolerance }

    /// The difference, where it may be why something that was signed is refused.
    static func hints(for error: ServerError, _ sent: SentRequest) -> [String] {
        guard let skew = sent.skew(behind: error) else { return [] }
        return hints(skew, "until then, date assertions back: ", canBackdate: sent.signed.grant != nil)
    }

    /// The difference, where an API may refuse a JWT of our own for it.
    ///
    /// - Parameter now: our own time of day, in seconds since 1970.
    static func hints(for response: HTTPResponse, at now: Double) -> [String] {
        guard let skew = ServerDate.skew(of: response, at: now), isNotable(skew) else { return [] }
        return hints(skew, "until then, date the JWT back: ", canBackdate: true)
    }

    private static func hints(_ skew: Double, _ remedy: String, canBackdate: Bool) -> [String] {
        let place = skew > 0 ? "behind" : "ahead of"
        let difference =
            "this machine's clock is \(amount(abs(skew))) \(place) the server's (by its Date): set it right"
        // What is too old already cannot be helped by a date.
        guard skew < 0, canBackdate else { return [difference] }
        return [difference, "\(remedy)backdate: \(Int(min(-skew, 1e9).rounded()) + 30)s"]
    }

    /// A difference for people.
    private static func amount(_ seconds: Double) -> String {
        switch seconds {
        case ..<600: "\(Int(seconds.rounded())) s"
        case ..<7000: "\(Int((seconds / 60).rounded())) min"
        case ..<(2 * 86_400): "\(Int((seconds / 3600).rounded())) h"
        default: "\(Int((min(seconds, 1e12) / 86_400).rounded())) days"
        }
    }
}
