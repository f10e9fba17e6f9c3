import JobFile

/// Which other client authentication to try, by what a server's metadata lists.
enum MethodAdvice {
    /// What to try where the list does not hold the method that one would try next.
    ///
    /// Nil where nothing is listed, or that method is: then it is as good a guess as any.
    ///
    /// - Parameter usual: the method that one would try next.
    static func listed(_ sent: SentRequest, insteadOf usual: ClientAuthenticationMethod) -> String? {
        guard let methods = sent.server.metadata?.methods.compactMap(MethodChoice.method),
            !methods.isEmpty, !methods.contains(usual)
        else { return nil }
        let others = methods.filter { $0 != sent.server.method }
        guard let first = others.first else {
            return
                "the server lists no other way: is the id right\(sent.oauth.client.secret == nil ? "" : ", and the secret")?"
        }
        // The best guess is what the job has keys for already.
        let choice = others.first { MethodChoice.possible(sent.oauth).contains($0) } ?? first
        let listing = methods.contains(sent.server.method) ? "also lists" : "does not list what was tried, but"
        return "the server \(listing) \(choice.rawValue): try client_auth: \(choice.rawValue)\(needs(choice))"
    }

    private static func needs(_ method: ClientAuthenticationMethod) -> String {
        switch method {
        case .privateKeyJWT: ", with a private_key whose public half is registered there"
        case .tlsClientAuth: ", with tls: {cert: FILE, key: FILE}"
        case .none: ", without a client_secret"
        case .clientSecretPost, .clientSecretBasic, .clientSecretJWT: ""
        }
    }
}
