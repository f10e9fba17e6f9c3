import Diagnostics
import HTTP
import JobFile
import Secrets

/// The request of the client credentials grant, RFC 6749 section 4.4.2.
struct TokenRequest: Sendable {
    /// The fields that are written here; the parameters do not write them again.
    private static let ownNames: Set<String> = ["grant_type", "client_id", "client_secret"]

    let httpRequest: HTTPRequest
    /// What must never be shown of it.
    let secrets: [Secret]

    init(_ client: ClientCredentials) {
        let authentication = ClientAuthentication(client)
        let body = Self.fields(client, authentication)
            .map { "\(PercentEncoding.encodeForForm($0.name))=\(PercentEncoding.encodeForForm($0.value))" }
            .joined(separator: "&")
        var headers = HTTPHeaders()
        for header in client.headers { headers.add(HTTPHeader(header.name, header.value)) }
        if !headers.contains("Accept") { headers.add("Accept", "application/json") }
        headers.set(HTTPHeader("Content-Type", "application/x-www-form-urlencoded"))
        if let basic = authentication.basic {
            headers.set(HTTPHeader("Authorization", SensitiveText("Basic \(basic.reveal())", isSecret: true)))
        }
        httpRequest = HTTPRequest(
            method: "POST", url: client.tokenURL.value, headers: headers,
            body: .bytes(Array(body.utf8), isSecret: true), options: TransferOptions(client.transport),
            isIdempotent: true)
        secrets =
            authentication.secrets
            + (client.parameters + client.headers).map(\.value).filter(\.isSecret).map { Secret($0.text) }
    }

    private static func fields(
        _ client: ClientCredentials, _ authentication: ClientAuthentication
    ) -> [(name: String, value: String)] {
        var fields = [("grant_type", client.grantType)] + authentication.fields
        if !client.scope.isEmpty { fields.append(("scope", client.scope.joined(separator: " "))) }
        if let audience = client.audience { fields.append(("audience", audience)) }
        fields += client.resources.map { ("resource", $0) }
        fields += client.parameters.filter { !ownNames.contains($0.name) }.map { ($0.name, $0.value.text) }
        return fields
    }
}
