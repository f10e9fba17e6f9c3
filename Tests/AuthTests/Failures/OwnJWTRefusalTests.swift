import Diagnostics
import HTTP
import JWT
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("A JWT of our own that is refused while the clocks differ")
struct OwnJWTRefusalTests {
    private let fixture = Fixture()
    private static let api = "\(Fixture.api)/orders"

    private func source(_ name: String) -> TokenSourceConfiguration {
        let signing = SigningSettings(key: fixture.located(.generateES256()))
        return fixture.source(name, .jwt(JWTSource(claims: SignedClaims(signing: signing, issuer: "app"))))
    }

    private func answer(_ date: String?, status: Int = 401, url: String = api) -> HTTPResponse {
        Answers.answer(status, "no", headers: date.map { [("Date", $0)] } ?? [], url: url)
    }

    /// The clock of the tests says 08:00 on 15 January 2027.
    private static let cases = [
        (
            "Fri, 15 Jan 2027 10:00:00 GMT",
            "this machine's clock is 2 h behind the server's (by its Date): set it right"
        ),
        (
            "Fri, 15 Jan 2027 07:45:00 GMT",
            "this machine's clock is 15 min ahead of the server's (by its Date): set it right"
        ),
        (
            "Fri, 15 Jan 2027 08:00:40 GMT",
            "this machine's clock is 40 s behind the server's (by its Date): set it right"
        ),
        (
            "Thu, 07 Jan 2027 08:00:00 GMT",
            "this machine's clock is 8 days ahead of the server's (by its Date): set it right"
        ),
    ]

    @Test("an API says no: the difference is said", arguments: cases)
    func atTheAPI(_ date: String, _ words: String) throws {
        let credentials = fixture.credentials([source("own")], ScriptedTransport(answer(nil)))
        let failure = try #require(credentials.failure(of: answer(date), to: "own"))
        #expect(failure.diagnostic.notes.contains(words), "\(failure.diagnostic.notes)")
        #expect(
            failure.diagnostic.notes.contains { $0.hasPrefix("until then, date the JWT back: backdate: ") }
                == words.contains("ahead"))
    }

    @Test("clocks that agree, and a server that does not say, are nothing to talk of")
    func agreed() throws {
        let credentials = fixture.credentials([source("own")], ScriptedTransport(answer(nil)))
        for date in ["Fri, 15 Jan 2027 08:00:10 GMT", nil] {
            let notes = try #require(credentials.failure(of: answer(date), to: "own")).diagnostic.notes
            #expect(!notes.contains { $0.contains("this machine's clock") })
            #expect(notes.contains { $0.hasPrefix("is the clock right?") })
        }
    }

    @Test("as the credential of a call that brings a token", arguments: [401, 403])
    func ofACall(status: Int) async throws {
        let login = "\(Fixture.api)/login"
        let transport = ScriptedTransport(answer(Self.cases[0].0, status: status, url: login))
        let session = fixture.source(
            "session",
            .request(
                RequestSource(call: try fixture.call(login, auth: .source("own")), handling: TokenHandling())))
        let credentials = Credentials([source("own"), session], context: fixture.sourceContext(transport))
        let failure = try #require(
            await tokenFailure { () async throws(TokenFailure) in try await credentials.token(of: "session") })
        #expect(failure.diagnostic.code == .tokenCallRefused)
        #expect(failure.diagnostic.notes.contains(Self.cases[0].1), "\(failure.diagnostic.notes)")
        #expect(failure.diagnostic.notes.contains("the token is a JWT of your own: iss app"))
    }
}
