import HTTP
import JSON
import JSONPath
import JWT
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("Reading the answer of a token endpoint")
struct TokenAnswerReaderTests {
    private let start = Moment(monotonic: .seconds(10), wall: 1_800_000_000)

    private func read(
        _ body: String, status: Int = 200, headers: [(String, String)] = [],
        _ configure: (inout OAuthSource) throws -> Void = { _ in }
    ) throws -> HeldToken {
        var oauth = Fixture().oauth
        try configure(&oauth)
        return try TokenAnswerReader(oauth).read(Answers.answer(status, body, headers: headers), at: start)
    }

    private func problem(
        _ body: String, status: Int = 200, _ configure: (inout OAuthSource) throws -> Void = { _ in }
    ) throws -> TokenProblem? {
        do {
            _ = try read(body, status: status, configure)
            return nil
        } catch let problem as TokenProblem {
            return problem
        }
    }

    @Test("a standard answer, its other members kept")
    func standard() throws {
        let held = try read(
            #"{"access_token": "abc", "token_type": "bearer", "expires_in": 3600, "scope": "a b", "tenant": {"id": 1.10}}"#
        )
        let token = held.credential.token
        #expect(token.value.reveal() == "abc")
        #expect(token.fieldValue.reveal() == "Bearer abc")
        #expect(token.header == "Authorization")
        #expect(token.expiresAt == 1_800_003_600)
        #expect(token.scope == ["a", "b"])
        #expect(
            token.members.serialized()
                == #"{"token_type":"bearer","expires_in":3600,"scope":"a b","tenant":{"id":1.10}}"#)
    }

    @Test(
        "expires_in in every spelling",
        arguments: [
            ("3600", 3600), (#""3600""#, 3600), ("3600.0", 3600), (#""3600.0""#, 3600), ("0", 0), ("-1", 0),
            ("1e999", TokenLife.longest), ("99999999999999999999", TokenLife.longest), ("null", nil), (#""""#, nil),
            (#""soon""#, nil), ("[]", nil),
        ] as [(String, Double?)])
    func expiresIn(json: String, seconds: Double?) throws {
        #expect(try read(#"{"access_token": "abc", "expires_in": \#(json)}"#).life.seconds == seconds)
    }

    @Test("without a stated life the configured one counts, also for a JWT")
    func configuredLife() throws {
        for token in ["abc", jwt(#"{"exp": 1800000100}"#)] {
            let held = try read(#"{"access_token": "\#(token)"}"#) { $0.handling.lifetime = .seconds(600) }
            #expect(held.life.seconds == 600)
        }
        #expect(
            try read(#"{"access_token": "a", "expires_in": 5}"#) { $0.handling.lifetime = .seconds(600) }.life.seconds
                == 5)
    }

    @Test(
        "without any life that of a JWT counts; a clock that is wrong does not end it before it began",
        arguments: [
            (#"{"exp": 1800000100}"#, 100), (#"{"exp": 1800000000.5, "iat": 1}"#, 0.5),
            (#"{"exp": 1799990300, "iat": 1799990000}"#, 300), (#"{"exp": 1799990300}"#, nil),
            (#"{"exp": "soon"}"#, nil), (#"{}"#, nil), (#"{"exp": 1e300}"#, TokenLife.longest),
        ] as [(String, Double?)])
    func lifeOfJWT(claims: String, seconds: Double?) throws {
        #expect(try read(#"{"access_token": "\#(jwt(claims))"}"#).life.seconds == seconds)
    }

    @Test("a stated life counts for more than that of a JWT")
    func statedLife() throws {
        #expect(
            try read(#"{"access_token": "\#(jwt(#"{"exp": 1800000100}"#))", "expires_in": 3600}"#).life.seconds == 3600)
    }

    @Test("other places for the token and its life")
    func places() throws {
        let nested = try read(#"{"data": {"jwt": "abc", "valid_for": "60", "x": "y"}}"#) {
            $0.handling.answer = TokenAnswerPaths(
                token: try JSONPath("$.data.jwt"), expiresIn: try JSONPath("$.data.valid_for"))
        }
        #expect(nested.credential.token.value.reveal() == "abc")
        #expect(nested.life.seconds == 60)
        #expect(nested.credential.token.members.serialized() == #"{"data":{"valid_for":"60","x":"y"}}"#)

        for instant in ["1800000300", #""1800000300""#, #""2027-01-15T08:05:00Z""#] {
            let absolute = try read(#"{"token": "abc", "expires_at": \#(instant)}"#) {
                $0.handling.answer = TokenAnswerPaths(
                    token: try JSONPath("$.token"), expiresAt: try JSONPath("$.expires_at"))
            }
            #expect(absolute.life.seconds == 300)
        }
    }

    @Test("the type is Bearer in any spelling, or not there", arguments: [#""bearer""#, #""BEARER""#, "null", #""""#])
    func type(json: String) throws {
        #expect(try read(#"{"access_token": "abc", "token_type": \#(json)}"#).credential.token.scheme == "Bearer")
    }

    @Test("another type is a problem that names it", arguments: [(#""mac""#, "mac"), ("7", "7"), (#""DPoP""#, "DPoP")])
    func unknownType(json: String, named: String) throws {
        guard case .unknownType(named) = try problem(#"{"access_token": "abc", "token_type": \#(json)}"#) else {
            Issue.record("no problem with \(json)")
            return
        }
    }

    @Test("a configured scheme and header count whatever the type", arguments: [("OAuth", "OAuth abc"), ("", "abc")])
    func scheme(scheme: String, value: String) throws {
        let token = try read(#"{"access_token": "abc", "token_type": "mac"}"#) {
            $0.handling.placement = TokenPlacement(header: "X-Token", scheme: scheme)
        }.credential.token
        #expect(token.header == "X-Token")
        #expect(token.fieldValue.reveal() == value)
    }

    @Test("required scopes are held against those granted, or else those asked for")
    func scopes() throws {
        func missing(_ body: String, asked: [String]) throws -> [String] {
            let found = try problem(body) {
                $0.scope = asked
                $0.handling.requireScope = ["a", "b"]
            }
            guard case .scopeMissing(let missing, _) = found else { return [] }
            return missing
        }
        #expect(try missing(#"{"access_token": "x", "scope": "b a c"}"#, asked: []) == [])
        #expect(try missing(#"{"access_token": "x", "scope": ["a", "b"]}"#, asked: []) == [])
        #expect(try missing(#"{"access_token": "x", "scope": "a"}"#, asked: ["a", "b"]) == ["b"])
        #expect(try missing(#"{"access_token": "x"}"#, asked: ["a", "b"]) == [])
        #expect(try missing(#"{"access_token": "x"}"#, asked: []) == ["a", "b"])
    }

    @Test("a form instead of JSON is read as well")
    func form() throws {
        let token = try read("access_token=a%2Bb&token_type=bearer&expires_in=60&note=x+y").credential.token
        #expect(token.value.reveal() == "a+b")
        #expect(token.expiresAt == 1_800_000_060)
        #expect(token.members["note"]?.string == "x y")
    }

    @Test("a byte order mark before the JSON does no harm")
    func byteOrderMark() throws {
        #expect(try read("\u{FEFF}{\"access_token\": \"abc\"}").credential.token.value.reveal() == "abc")
    }

    @Test(
        "no token that can be used",
        arguments: [
            ("", "empty"), ("  \n", "empty"), ("<html>", "webPage"), ("{\"access_token\": \"abc\"", "notJSON"),
            ("nonsense", "notJSON"), ("[\"access_token\"]", "notAnObject"), ("\"abc\"", "notAnObject"),
            ("null", "notAnObject"), ("{}", "noToken"), (#"{"access_token": null}"#, "noToken"),
            (#"{"access_token": ""}"#, "noToken"), (#"{"access_token": 42}"#, "tokenIsNoText"),
            (#"{"access_token": {"a": 1}}"#, "tokenIsNoText"), (#"{"access_token": "a\nb"}"#, "tokenCannotBeSent"),
            (#"{"access_token": "a\u0000b"}"#, "tokenCannotBeSent"), (#"{"error": "invalid_client"}"#, "refusal"),
            ("error=invalid_client", "refusal"), ("%zz=1&error=x", "notJSON"),
        ])
    func unusable(body: String, name: String) throws {
        let found = try #require(try problem(body))
        #expect("\(found)".prefix { $0 != "(" } == name)
    }

    @Test(
        "what a server says about its refusal",
        arguments: [
            (#"{"error": "e", "error_description": "d", "error_uri": "u"}"#, "e", "d", "u"),
            ("error=e&error_description=d+%21&error_uri=u", "e", "d !", "u"),
            (#"{"error": {"code": 403, "status": "DENIED", "message": "d"}}"#, "DENIED", "d", nil),
            (#"{"errorCode": "e", "errorSummary": "d", "errorLink": "u"}"#, "e", "d", "u"),
            (#"[{"message": "d", "errorCode": "e"}]"#, "e", "d", nil),
            (#"{"message": "d"}"#, nil, "d", nil), (#"{"title": "t", "detail": "d"}"#, nil, "d", nil),
            ("", nil, nil, nil), ("[]", nil, nil, nil), ("nonsense", nil, nil, nil), (#"{"error": {}}"#, nil, nil, nil),
        ] as [(String, String?, String?, String?)])
    func refusal(body: String, code: String?, description: String?, uri: String?) throws {
        guard case .refusal(let error) = try problem(body, status: 400) else {
            Issue.record("no refusal: \(body)")
            return
        }
        #expect(error.code == code)
        #expect(error.description == description)
        #expect(error.uri == uri)
    }

    private func jwt(_ claims: String) -> String {
        [#"{"alg":"none"}"#, claims, "signature"].map { Base64URL.encode($0.utf8) }.joined(separator: ".")
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
