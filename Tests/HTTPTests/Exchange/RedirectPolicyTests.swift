import Secrets
import Testing

@testable import HTTP

struct RedirectPolicyTests {
    private func decide(
        _ request: HTTPRequest, _ status: Int, _ location: String, isAuthorized: Bool = false, limit: Int = 10
    ) -> RedirectPolicy.Decision {
        var policy = RedirectPolicy(limit: limit)
        return policy.decide(Self.response(status, location), to: request, isAuthorized: isAuthorized)
    }

    private static func response(_ status: Int, _ location: String?) -> HTTPResponse {
        var headers = HTTPHeaders()
        if let location { headers.add("Location", location) }
        return HTTPResponse(status: status, headers: headers)
    }

    private func followed(
        _ request: HTTPRequest, _ status: Int = 302, _ location: String = "/next"
    ) -> HTTPRequest? {
        if case .follow(let next) = decide(request, status, location) { next } else { nil }
    }

    private func isRefused(_ decision: RedirectPolicy.Decision) -> Bool {
        if case .refuse = decision { true } else { false }
    }

    @Test(arguments: [301, 302, 303])
    func aPostBecomesAGet(status: Int) {
        var request = HTTPRequest.post()
        request.headers.add("Content-Type", "text/plain")
        request.headers.add("X-Kept", "1")
        let next = followed(request, status)
        #expect(next?.method == "GET")
        #expect(next?.body == HTTPBody.none)
        #expect(next?.isIdempotent == true)
        #expect(next?.headers.map(\.name) == ["X-Kept"])
    }

    @Test(arguments: [307, 308])
    func aPostStaysAPost(status: Int) {
        let next = followed(.post(), status)
        #expect(next?.method == "POST")
        #expect(next?.body == HTTPRequest.post().body)
        #expect(next?.isIdempotent == false)
    }

    @Test(arguments: [(301, "PUT"), (302, "DELETE"), (303, "GET"), (308, "PUT")])
    func otherMethods(status: Int, expected: String) {
        var request = HTTPRequest.post()
        request.method = status == 302 ? "DELETE" : "PUT"
        #expect(followed(request, status)?.method == expected)
        #expect(followed(.get(), status)?.method == "GET")
    }

    @Test(arguments: [200, 300, 304, 305, 404])
    func theseAreNoRedirects(status: Int) {
        #expect(decide(.get(), status, "/next") == .none)
    }

    @Test func oneWithoutALocationIsAnAnswer() {
        var policy = RedirectPolicy(limit: 10)
        let decision = policy.decide(Self.response(302, nil), to: .get(), isAuthorized: false)
        #expect(decision == .none)
    }

    @Test func noneIsFollowedWithALimitOfZero() {
        #expect(decide(.get(), 302, "/next", limit: 0) == .none)
    }

    @Test(arguments: ["file:///etc/passwd", "ftp://a/", "gopher://a/", "https://user:pw@b/", "http://"])
    func otherURLsAreRefused(location: String) {
        #expect(isRefused(decide(.get(), 302, location)))
    }

    @Test(arguments: [
        "https://other.example.com/", "https://api.example.com:8443/", "https://api.example.com.evil.com/",
        "//evil.com",
    ])
    func credentialsStayBehind(location: String) {
        var request = HTTPRequest.get()
        for name in ["Authorization", "Cookie", "Proxy-Authorization", "X-Api-Key", "X-Auth-Token", "Host", "X-Plain"] {
            request.headers.add(name, "v")
        }
        request.headers.add(HTTPHeader("X-Odd", SensitiveText("s", isSecret: true)))
        let next = followed(request, 302, location)
        #expect(next?.headers.map(\.name) == ["X-Plain"])
        #expect(next?.isRedirected == true)
    }

    @Test func credentialsGoAlongWithinAnOrigin() {
        var request = HTTPRequest.get()
        request.headers.add("X-Api-Key", "v")
        #expect(followed(request, 302, "https://API.example.com:443/x")?.headers.contains("X-Api-Key") == true)
    }

    @Test func credentialsDoNotComeBack() {
        var request = HTTPRequest.get()
        request.headers.add("X-Api-Key", "v")
        let there = followed(request, 302, "https://other.example.com/")
        let back = there.flatMap { followed($0, 302, "https://api.example.com/") }
        #expect(back?.headers.contains("X-Api-Key") == false)
    }

    @Test func aSecretBodyDoesNotGoToAnotherOrigin() {
        #expect(isRefused(decide(.post(isSecret: true), 307, "https://other.example.com/")))
        #expect(!isRefused(decide(.post(isSecret: true), 307, "/same")))
        #expect(!isRefused(decide(.post(isSecret: true), 303, "https://other.example.com/")))
        #expect(!isRefused(decide(.post(), 307, "https://other.example.com/")))
    }

    @Test func secretsDoNotGoFromHTTPSToHTTP() {
        #expect(isRefused(decide(.get(), 302, "http://api.example.com/", isAuthorized: true)))
        #expect(!isRefused(decide(.get(), 302, "http://api.example.com/")))
    }

    @Test func aCircleIsRefused() {
        var policy = RedirectPolicy(limit: 10)
        guard
            case .follow(let next) = policy.decide(
                Self.response(302, "/other"), to: .get(), isAuthorized: false)
        else {
            Issue.record("not followed")
            return
        }
        let decision = policy.decide(Self.response(302, "/items#x"), to: next, isAuthorized: false)
        #expect(isRefused(decision))
    }

    @Test func theLimitIsKept() {
        var policy = RedirectPolicy(limit: 2)
        var request = HTTPRequest.get()
        for number in 1...2 {
            guard
                case .follow(let next) = policy.decide(
                    Self.response(302, "/\(number)"), to: request, isAuthorized: false)
            else {
                Issue.record("not followed")
                return
            }
            request = next
        }
        let decision = policy.decide(Self.response(302, "/3"), to: request, isAuthorized: false)
        #expect(isRefused(decision))
    }
}
