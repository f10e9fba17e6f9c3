import Diagnostics
import JobFile
import Secrets

extension TokenSourceConfiguration {
    /// Every secret that the source holds, whether it came through `secrets` or is one by its type.
    var secrets: [Secret] {
        switch kind {
        case .bearer(let token, _): [token]
        case .basic(_, let password): [password]
        case .apiKey(let key): [key.value]
        case .clientCredentials(let client):
            [client.clientSecret?.value].compactMap { $0 }
                + (client.parameters + client.headers).map(\.value).filter(\.isSecret).map { Secret($0.text) }
        }
    }
}
