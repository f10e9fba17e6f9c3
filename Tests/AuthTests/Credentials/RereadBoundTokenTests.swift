import Diagnostics
import HTTP
import JSON
import JWT
import JobFile
import Secrets
import Synchronization
import Testing

@testable import Auth

@Suite("A token that is bound to a key, while the secrets are read again")
struct RereadBoundTokenTests {
    private let fixture = Fixture()

    private func source(_ secret: String, key: PrivateKey?) -> TokenSourceConfiguration {
        var oauth = fixture.oauth
        oauth.client.secret?.value = Secret(secret)
        oauth.dpop = DPoPSettings(key: key.map { fixture.located($0) })
        return fixture.source("default", .oauth(oauth))
    }

    /// What a request goes with that is sent while the next token is asked for: the server has dropped the first secret,
    /// the second one is at hand, and there is no answer to it.
    private func proofs(_ keys: (PrivateKey?, PrivateKey?)) async throws -> [String?] {
        let isRotated = Mutex(false)
        let transport = ScriptedTransport { request, _ throws(TransferError) in
            guard request.url == Fixture.tokenURL, case .bytes(let body, _) = request.body else {
                return Answers.answer(200, "", url: Fixture.api)
            }
            let isOld = String(decoding: body, as: UTF8.self).contains("client_secret=old")
            if isRotated.withLock({ $0 }) {
                // The new secret is not known everywhere yet.
                return isOld ? Answers.refused("invalid_client", status: 401) : Answers.answer(400, "")
            }
            return Answers.answer(
                200, #"{"access_token": "the-token", "token_type": "DPoP", "expires_in": 3600}"#)
        }
        let credentials = Credentials(
            [source("old", key: keys.0)],
            context: fixture.sourceContext(transport) { _ in source("new", key: keys.1) })
        let authorizer = try #require(credentials.authorizer(named: "default"))
        var first = Fixture.request()
        try await authorizer.authorize(&first)
        isRotated.withLock { $0 = true }
        // The API has refused the token: the next one is asked for, in vain, with the secret that was read again.
        _ = try? await authorizer.renew(after: Answers.answer(401, "", url: Fixture.api), of: first, isForced: true)
        // Others still have the token at hand.
        var second = Fixture.request()
        try await authorizer.authorize(&second)
        #expect(second.headers.first("Authorization") == "DPoP the-token")
        return try [first, second].map { request in
            let proof = try #require(request.headers.first("DPoP"))
            return JWTClaims.decode(Secret(proof))?.header["jwk"]?.serialized()
        }
    }

    @Test("goes with proofs of its own key, not with those of the next one")
    func ownKey() async throws {
        let made = try await proofs((nil, nil))
        #expect(made[0] != nil)
        #expect(made[0] == made[1])
        let written = try await proofs((.generateES256(), .generateES256()))
        #expect(written[0] == written[1])
    }
}
