import HTTPTypes
import Hummingbird

/// Entra's client assertions: signed with a registered certificate, or issued by a federated server.
///
/// A federated one has another `iss`: the id of the registered client whose keys sign for that server.
struct EntraAssertion {
    let entra: Entra
    let call: TokenCall
    let tenant: String

    func check(_ text: String, of client: OAuthClient) async throws {
        guard call.form["client_assertion_type"] == ClientAssertion.type else {
            let message = "The request body must contain the following parameter: 'client_assertion_type'."
            throw entra.error(900144, "invalid_request", message)
        }
        let desk = entra.desk
        var rules = AssertionRules(audiences: [
            call.url, desk.url("/\(tenant)/v2.0", call.request), "api://AzureADTokenExchange",
        ])
        (rules.longestLife, rules.allowsReplay, rules.needsID) = (86_400, true, false)
        let token: SignedToken
        let issuer: OAuthClient
        do {
            (token, issuer) = try await desk.assertion(
                text, algorithms: ProviderDesk.keyAlgorithms, rules: rules, id: { $0["iss"]?.string })
        } catch {
            throw refusal(error)
        }
        guard issuer.id != client.id else {
            guard token["sub"]?.string == client.id else {
                throw refused(700_021, "Client assertion application identifier doesn't match 'client_id' parameter.")
            }
            return try checkCertificate(token, of: client)
        }
        guard token["aud"]?.string == "api://AzureADTokenExchange" else {
            let subject = token["sub"]?.string ?? ""
            throw refused(
                700_212, "No matching federated identity record found for presented assertion subject '\(subject)'.")
        }
    }

    private func checkCertificate(_ token: SignedToken, of client: OAuthClient) throws {
        let certificates = client.keys.compactMap(\.certificate)
        let header = (sha256: token.header["x5t#S256"]?.string, sha1: token.header["x5t"]?.string)
        let isNamed =
            certificates.isEmpty
            ? header.sha256 != nil || header.sha1 != nil
            : certificates.contains { $0.sha256 == header.sha256 || $0.sha1 == header.sha1 }
        guard isNamed else { throw notRegistered(header.sha256 ?? header.sha1 ?? "") }
        guard ["RS256", "PS256"].contains(token.algorithm) else {
            throw refused(50_027, "JWT token is invalid or malformed: the algorithm must be PS256 or RS256.")
        }
    }

    private func refusal(_ fault: ProviderDesk.AssertionFault) -> ProviderError {
        switch fault {
        case .notJWT: return refused(50_027, "JWT token is invalid or malformed.")
        case .unknownIssuer(let name):
            return refused(
                700_211, "No matching federated identity record found for presented assertion issuer '\(name)'.")
        case .algorithm, .signature:
            return notRegistered("")
        case .rule(let violation) where violation.claim == "aud":
            return refused(
                700_023, "Client assertion audience claim does not match Realm issuer. \(violation.message).")
        case .rule(let violation):
            return refused(700_024, "Client assertion is not within its valid time range. \(violation.message).")
        }
    }

    private func notRegistered(_ thumbprint: String) -> ProviderError {
        refused(
            700_027,
            "The certificate with identifier used to sign the client assertion is not registered on application. "
                + "[Reason - The key was not found., Thumbprint of key used by client: '\(thumbprint)']")
    }

    private func refused(_ number: Int, _ message: String) -> ProviderError {
        entra.error(number, "invalid_client", message, .unauthorized)
    }
}
