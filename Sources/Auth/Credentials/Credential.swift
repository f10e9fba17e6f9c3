import HTTP
import JobFile
import Secrets

/// A token and the place in a request that it goes to.
struct Credential: Sendable {
    enum Place: Sendable, Hashable {
        case header(String)
        case query(String)
        /// Nowhere: the request is signed with it as it is sent.
        case signature(AWSSignature)
    }

    let place: Place
    let token: Token
    /// What else goes along with it, and nowhere that it does not go.
    private(set) var companions: [HTTPHeader] = []
    /// What proves that the token is ours: with the very key that it is bound to; nil for a plain one.
    var prover: DPoPProver?

    /// A token for its header.
    ///
    /// - Parameter companions: headers that go along with it.
    init(_ token: Token, companions: [HTTPHeader] = []) {
        self.token = token
        self.companions = companions
        place = .header(token.header ?? "Authorization")
    }

    init(_ key: APIKey) {
        switch key.placement {
        case .header(let name):
            token = Token(value: key.value, header: name, scheme: "")
            place = .header(name)
        case .query(let name):
            token = Token(value: key.value, header: nil, scheme: "")
            place = .query(name)
        }
    }

    init(_ keys: AWSSigV4Source) {
        token = Token(value: keys.secretKey, header: nil, scheme: "")
        place = .signature(
            AWSSignature(
                accessKey: keys.accessKey, secretKey: keys.secretKey, sessionToken: keys.sessionToken,
                region: keys.region, service: keys.service))
    }

    /// Why it cannot be put there; nil when it can.
    var problem: String? {
        switch place {
        case .header(let name):
            ([HTTPHeader(name, SensitiveText(token.fieldValue))] + companions).lazy.compactMap(\.problem).first
        case .query, .signature: nil
        }
    }

    func add(to request: inout HTTPRequest) {
        for header in companions { request.headers.set(header) }
        switch place {
        case .header(let name):
            request.headers.set(HTTPHeader(name, SensitiveText(token.fieldValue)))
        case .query(let name):
            request.url = QueryParameter.set(name, to: token.value.reveal(), in: request.url)
            request.secretQueryNames.insert(name)
        case .signature(let signature): request.awsSignature = signature
        }
    }

    /// Whether a request went with exactly this credential.
    func isCarried(by request: HTTPRequest) -> Bool {
        switch place {
        case .header(let name): request.headers.first(name) == token.fieldValue.reveal()
        case .query(let name):
            QueryParameter.set(name, to: token.value.reveal(), in: request.url) == request.url
        case .signature(let signature): request.awsSignature == signature
        }
    }

    /// Whether a request went with a credential in this place: this one or another.
    func isReplaceable(in request: HTTPRequest) -> Bool {
        switch place {
        case .header(let name): request.headers.contains(name)
        case .query(let name): request.secretQueryNames.contains(name)
        case .signature: request.awsSignature != nil
        }
    }
}
