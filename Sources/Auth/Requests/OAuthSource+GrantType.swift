import JobFile
import Secrets

extension OAuthSource {
    /// The grant that is asked for, which a parameter may replace.
    var grantType: String {
        parameters.last { $0.name == "grant_type" }?.value.text ?? grant.type
    }
}
