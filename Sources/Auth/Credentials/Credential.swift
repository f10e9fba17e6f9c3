import HTTP
import JobFile
import Secrets

/// A token and the place in a request that it goes to.
struct Credential: Sendable {
    enum Place: Sendable, Hashable {
        case header(String)
        case query(String)
    }

    let place: Place
    let token: Token

    /// A token for its header.
    init(_ token: Token) {
        self.token = token
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

    /// Why it cannot be put there; nil when it can.
    var problem: String? {
        switch place {
        case .header(let name): HTTPHeader(name, SensitiveText(token.fieldValue)).problem
        case .query: nil
        }
    }

    func add(to request: inout HTTPRequest) {
        switch place {
        case .header(let name):
            request.headers.set(HTTPHeader(name, SensitiveText(token.fieldValue)))
        case .query(let name):
            request.url = QueryParameter.set(name, to: token.value.reveal(), in: request.url)
            request.secretQueryNames.insert(name)
        }
    }

    /// Whether a request went with exactly this credential.
    func isCarried(by request: HTTPRequest) -> Bool {
        switch place {
        case .header(let name): request.headers.first(name) == token.fieldValue.reveal()
        case .query(let name):
            QueryParameter.set(name, to: token.value.reveal(), in: request.url) == request.url
        }
    }

    /// Whether a request went with a credential in this place: this one or another.
    func isReplaceable(in request: HTTPRequest) -> Bool {
        switch place {
        case .header(let name): request.headers.contains(name)
        case .query(let name): request.secretQueryNames.contains(name)
        }
    }
}
