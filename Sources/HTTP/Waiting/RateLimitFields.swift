/// What an answer's header says about how many more requests are welcome.
///
/// Three families are in use: the `RateLimit` field of the drafts from 7 on, the `RateLimit-Remaining` and
/// `RateLimit-Reset` of those before, and the same with an `X-` that the drafts come from.
struct RateLimitFields: Sendable, Hashable {
    /// How many more requests are welcome.
    private(set) var remaining: Int?
    /// The seconds until more are.
    private(set) var reset: Double?

    init(_ response: HTTPResponse, wallClock: Double) {
        let now = response.date(orElse: wallClock)
        if let field = response.headers.first("RateLimit") {
            readStructured(field)
            if remaining != nil || reset != nil { return }
        }
        for family in ["RateLimit", "X-RateLimit", "X-Rate-Limit"] {
            let remaining = response.headers.first(family + "-Remaining").flatMap(Self.number)
            let reset = response.headers.first(family + "-Reset").flatMap { Self.seconds($0, from: now) }
            guard remaining != nil || reset != nil else { continue }
            self.remaining = remaining.map { Int(max(0, min($0, 1e9))) }
            self.reset = reset
            return
        }
    }

    /// Whether no more requests are welcome for now.
    var isUsedUp: Bool { remaining == 0 }

    /// `"default";r=0;t=30` or `limit=100, remaining=0, reset=30`; of several limits the one that has least left.
    private mutating func readStructured(_ field: String) {
        var limits: [(remaining: Double?, reset: Double?)] = []
        for member in field.split(separator: ",") {
            var limit: (remaining: Double?, reset: Double?) = (nil, nil)
            for parameter in member.split(separator: ";") {
                let pair = parameter.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " } }
                guard pair.count == 2, let value = Self.number(pair[1]) else { continue }
                switch pair[0] {
                case "r", "remaining": limit.remaining = value
                case "t", "reset": limit.reset = value
                default: break
                }
            }
            limits.append(limit)
        }
        // In the older form the members of one limit are told apart by commas too.
        if !limits.contains(where: { $0.remaining != nil && $0.reset != nil }) {
            limits = [(limits.compactMap(\.remaining).first, limits.compactMap(\.reset).first)]
        }
        guard
            let tightest = limits.min(by: {
                ($0.remaining ?? .infinity, -($0.reset ?? 0)) < ($1.remaining ?? .infinity, -($1.reset ?? 0))
            })
        else { return }
        remaining = tightest.remaining.map { Int(max(0, min($0, 1e9))) }
        reset = tightest.reset
    }

    private static func number(_ text: String) -> Double? {
        Double(text.prefix { $0 != "," && $0 != ";" }.filter { $0 != " " }).flatMap { $0.isFinite ? $0 : nil }
    }

    /// Seconds from now, a moment in seconds or milliseconds since 1970, or a date.
    private static func seconds(_ text: String, from now: Double) -> Double? {
        guard let number = number(text) else { return HTTPDate.seconds(text).map { $0 - now } }
        if number > 1e11 { return number / 1000 - now }
        return number > 1e9 ? number - now : number
    }
}
