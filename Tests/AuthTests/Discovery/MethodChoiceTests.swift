import JWT
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("The choice of a client authentication")
struct MethodChoiceTests {
    private func fixture(
        secret: Bool = false, key: Bool = false, certificate: Bool = false, algorithm: SigningAlgorithm? = nil
    ) -> OAuthSource {
        var fixture = Fixture(secret: secret ? Fixture.secret : nil)
        fixture.oauth.client.method = nil
        if key { fixture.oauth.client.signing = SigningSettings(key: fixture.located(.generateES256())) }
        if let algorithm { fixture.oauth.client.signing = SigningSettings(key: nil, algorithm: algorithm) }
        if certificate { fixture.oauth.transport.tls = TLSSettings(certificate: "/c", key: "/k") }
        return fixture.oauth
    }

    private let all = [
        "private_key_jwt", "client_secret_basic", "client_secret_post", "tls_client_auth", "client_secret_jwt", "none",
    ]

    @Test("the first of the server's that the job has keys for")
    func first() {
        #expect(MethodChoice.method(for: fixture(secret: true), among: all) == .clientSecretBasic)
        #expect(MethodChoice.method(for: fixture(secret: true), among: all.reversed()) == .clientSecretPost)
        #expect(MethodChoice.method(for: fixture(key: true), among: all) == .privateKeyJWT)
        #expect(MethodChoice.method(for: fixture(secret: true, key: true), among: all) == .privateKeyJWT)
        #expect(MethodChoice.method(for: fixture(certificate: true), among: all) == .tlsClientAuth)
        #expect(MethodChoice.method(for: fixture(), among: all) == ClientAuthenticationMethod.none)
    }

    @Test("a self-signed certificate is shown in the same way")
    func selfSigned() {
        #expect(
            MethodChoice.method(for: fixture(certificate: true), among: ["self_signed_tls_client_auth"])
                == .tlsClientAuth)
    }

    @Test("a secret signs only where the job says so, or the server leaves no choice")
    func secretAsKey() {
        let methods = ["client_secret_jwt", "client_secret_post"]
        #expect(MethodChoice.method(for: fixture(secret: true), among: methods) == .clientSecretPost)
        #expect(
            MethodChoice.method(for: fixture(secret: true, algorithm: .hs256), among: methods) == .clientSecretJWT)
        #expect(MethodChoice.method(for: fixture(secret: true), among: ["client_secret_jwt"]) == .clientSecretJWT)
    }

    @Test("what the job says counts, whatever the server lists")
    func explicit() {
        var oauth = fixture(secret: true)
        oauth.client.method = Fixture().located(.clientSecretBasic)
        #expect(MethodChoice.method(for: oauth, among: ["private_key_jwt"]) == .clientSecretBasic)
    }

    @Test("none fits")
    func none() {
        #expect(MethodChoice.method(for: fixture(secret: true), among: ["private_key_jwt", "none", "new_one"]) == nil)
        #expect(MethodChoice.method(for: fixture(key: true), among: []) == nil)
        #expect(
            MethodChoice.possible(fixture(secret: true, certificate: true)).map(\.rawValue) == [
                "client_secret_post", "client_secret_basic", "client_secret_jwt", "tls_client_auth",
            ])
    }

    @Test("with a token URL: the secret in the form, else the key, else nothing")
    func withoutMetadata() {
        #expect(fixture(secret: true).client.methodWithoutMetadata == .clientSecretPost)
        #expect(fixture(secret: true, key: true).client.methodWithoutMetadata == .clientSecretPost)
        #expect(fixture(key: true).client.methodWithoutMetadata == .privateKeyJWT)
        #expect(fixture().client.methodWithoutMetadata == .none)
    }
}
