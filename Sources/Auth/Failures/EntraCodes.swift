/// The codes of Microsoft Entra ID that people meet most, which stand in its `error_description`.
enum EntraCodes {
    private static let hints: [Substring: String] = [
        "7000215": "the secret is wrong: the secret's value is wanted, not its ID",
        "7000222": "the secret has expired: make a new one in the app registration, Certificates & secrets",
        "700016": "the tenant does not know this client_id: is the tenant in the URL right?",
        "90002": "there is no such tenant: is the tenant in the URL right?",
        "700027":
            "the certificate is not registered for the app, or x5t#S256 names another one: certificate: FILE names the "
            + "one whose key signs, and its thumbprint must stand in the app registration",
        "50027":
            "the assertion is for somebody else: Entra wants the tenant's token URL: assertion_audience: token_url",
        "70021": "no federated credential of the app has this issuer, subject and audience",
        "700211": "no federated credential of the app has this issuer",
        "700212": "no federated credential of the app has this audience, which is api://AzureADTokenExchange as a rule",
        "700213": "no federated credential of the app has this subject",
        "700024": "the assertion has expired, or is not yet valid: is the clock of this machine right?",
        "500011": "there is no such API in this tenant: scope must be its URI with /.default",
        "70011": "the scope is wrong: for an app it is the URI of one API with /.default",
        "1002012": "the scope is wrong: for an app it is the URI of one API with /.default",
        "65001": "an administrator has to consent to the app's permissions first",
        "53003": "a policy of the tenant (Conditional Access) does not let this sign-in pass",
        "7000112": "the app is disabled in this tenant",
    ]

    /// What the code in a description means, if it is one that is known.
    static func hints(for error: ServerError) -> [String] {
        guard let text = error.description, let mark = text.firstRange(of: "AADSTS") else { return [] }
        let code = text[mark.upperBound...].prefix { ("0"..."9").contains($0) }
        return hints[code].map { ["AADSTS\(code): \($0)"] } ?? []
    }
}
