import Hummingbird
import Synchronization

extension ProviderDesk {
    /// What became of a client's secret.
    enum SecretOutcome {
        case missing
        case unknown(String)
        case wrong(OAuthClient)
        case right(OAuthClient)
    }

    /// Where a provider looks for a secret.
    struct SecretPlaces: OptionSet {
        let rawValue: Int
        /// In the body.
        static let body = SecretPlaces(rawValue: 1)
        /// By Basic, as it is.
        static let raw = SecretPlaces(rawValue: 2)
        /// By Basic, form-decoded.
        static let form = SecretPlaces(rawValue: 4)
    }

    /// Looks for a client's id and secret.
    func secret(_ call: TokenCall, in places: SecretPlaces) -> SecretOutcome {
        var pairs: [(id: String, secret: String)] = []
        if let basic = BasicCredentials(call.request) {
            if places.contains(.raw) { pairs.append(basic.raw) }
            if places.contains(.form) { pairs.append(basic.form) }
        }
        if pairs.isEmpty, places.contains(.body), let id = call.form["client_id"],
            let secret = call.form["client_secret"]
        {
            pairs.append((id, secret))
        }
        guard let first = pairs.first else { return .missing }
        let known = pairs.compactMap { pair in
            world.clients.withLock { $0[pair.id] }.map { (client: $0, isRight: $0.secret == pair.secret) }
        }
        guard let client = (known.first(where: \.isRight) ?? known.first)?.client else { return .unknown(first.id) }
        let isRight = known.contains { $0.isRight } && !client.secret.isEmpty
        return isRight ? .right(client) : .wrong(client)
    }

    /// What is wrong with a provider's assertion.
    enum AssertionFault: Error {
        case notJWT
        case unknownIssuer(String)
        case algorithm(SignedToken)
        case signature(SignedToken)
        case rule(AssertionRules.Violation)
    }

    /// Checks an assertion against the keys of the client that `id` picks out of it.
    func assertion(
        _ text: String, algorithms: [String], rules: AssertionRules, id: (SignedToken) -> String?
    ) async throws(AssertionFault) -> (token: SignedToken, client: OAuthClient) {
        guard let token = SignedToken(text) else { throw .notJWT }
        let name = id(token) ?? ""
        guard let client = world.clients.withLock({ $0[name] }) else { throw .unknownIssuer(name) }
        guard algorithms.contains(token.algorithm) else { throw .algorithm(token) }
        guard await token.isSigned(byOneOf: client.keys) else { throw .signature(token) }
        do {
            try rules.check(token, world: world)
        } catch {
            throw .rule(error)
        }
        return (token, client)
    }

    /// All asymmetric algorithms.
    static let keyAlgorithms = [
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519",
    ]
}
