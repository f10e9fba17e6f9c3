/// How long a token may be used, counted from before it was asked for.
struct TokenLife: Sendable, Hashable {
    /// No token lives longer than that; it keeps all arithmetic in bounds.
    static let longest: Double = 100 * 365 * 86400

    /// Just before the token request was sent.
    let start: Moment
    /// The life in seconds, 0 to a hundred years; nil when nobody said: then until an API refuses the token.
    let seconds: Double?
    /// How many seconds before its end the token is renewed.
    let margin: Double

    /// A life with the margin asked for, at most half the life, so that a short-lived token is of use.
    init(from start: Moment, seconds: Double?, margin: Duration?) {
        let life = seconds.map { min(max($0, 0), Self.longest) }
        self.start = start
        self.seconds = life
        self.margin =
            life.map { life in
                margin.map { min($0 / .seconds(1), life / 2) } ?? min(60, life / 10)
            } ?? 0
    }

    /// Whether the token should no longer be put into a request.
    func isDue(at moment: Moment) -> Bool {
        guard let seconds else { return false }
        return moment.seconds(since: start) >= seconds - margin
    }

    /// When the token expires, in seconds since 1970.
    var end: Double? { seconds.map { start.wall + $0 } }
}
