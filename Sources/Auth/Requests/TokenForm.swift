import Secrets
import JobFile

/// The form of a token request, RFC 6749 sections 4.3.2, 4.4.2 and 6.
enum TokenForm {
    /// The fields that are written here; the parameters do not write them again.
    private static let ownNames: Set<String> = [
        "grant_type", "client_id", "client_secret", "client_assertion", "client_assertion_type",
    ]

    /// All fields, in their order.
    static func fields(_ oauth: OAuthSource, _ grant: GrantFields, _ proof: AuthenticationParts) -> [FormField] {
        var fields = [FormField("grant_type", oauth.grantType)] + grant.fields + proof.fields
        if !oauth.scope.isEmpty { fields.append(FormField("scope", oauth.scope.joined(separator: " "))) }
        fields += oauth.audiences.map { FormField("audience", $0) }
        fields += oauth.resources.map { FormField("resource", $0) }
        let taken = ownNames.union(grant.fields.map(\.name))
        fields += oauth.parameters.filter { !taken.contains($0.name) }.map { FormField($0.name, $0.value.text) }
        return fields
    }
}
