import JobFile
import Secrets

extension ClientCredentials {
    /// The grant that is asked for, which a parameter may replace.
    var grantType: String {
        parameters.last { $0.name == "grant_type" }?.value.text ?? "client_credentials"
    }
}
