import Diagnostics
import HTTP
import JobFile
import Secrets

/// How a client shows who it is: in the form or by HTTP Basic, never in both (RFC 6749, 2.3).
struct ClientAuthentication: Sendable {
    /// The fields of the form.
    let fields: [(name: String, value: String)]
    /// What stands after `Basic` in the header.
    let basic: Secret?
    /// The client's secret, and what it was made into.
    let secrets: [Secret]

    init(_ client: ClientCredentials) {
        let id = client.clientID.value
        let secret = client.clientSecret?.value ?? Secret("")
        switch client.clientAuthentication.value {
        case .clientSecretPost:
            fields = [("client_id", id), ("client_secret", secret.reveal())]
            basic = nil
            secrets = [secret]
        case .clientSecretBasic:
            let pair =
                switch client.basicEncoding {
                case .form: [id, secret.reveal()].map(PercentEncoding.encodeForForm)
                case .raw: [id, secret.reveal()]
                }
            let value = Secret(Base64.encode(pair.joined(separator: ":")))
            fields = []
            basic = value
            secrets = [secret, value]
        case .none:
            fields = [("client_id", id)]
            basic = nil
            secrets = []
        }
    }
}
