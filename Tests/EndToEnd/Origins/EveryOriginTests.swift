import Foundation
import Testing

/// No credential, no header with a secret, no proof and no signature goes to another origin, in whatever form it comes.
@Suite(.enabled(if: TestKey.isPossible, "openssl is not installed"), .timeLimit(.minutes(10)))
struct EveryOriginTests {
    static let forms = OriginForm.allCases.filter { !$0.needsTLS || Tool.find("socat") != nil }

    /// Runs calls with a source of a kind from the form's home on.
    ///
    /// `sub.localhost` is loopback only where names are resolved by RFC 6761, so that plain http has to be allowed.
    private func run(_ kind: CredentialKind, _ map: OriginMap, _ calls: String) async throws -> Program.Result {
        let scene = try await SourceScene()
        let key = try await TestKey.of(.p256)
        let tls = map.certificates.map { ", tls: {ca: \"\($0.folder.path)/ca.pem\"}" } ?? ""
        return try await scene.run(
            """
            secrets: {key: {env: SECRET}}
            defaults: {base_url: "\(map.home)", retry: false, headers: \(kind.headers)\(tls)}
            options: {allow_http: true}
            auth:
            \(kind.auth.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
            calls:
            \(calls)
            """, environment: ["SECRET": CredentialKind.secret, "KEY": key.privatePEM])
    }

    @Test(arguments: CredentialKind.allCases, forms)
    func redirects(_ kind: CredentialKind, _ form: OriginForm) async throws {
        let map = try await OriginMap(form)
        let calls = [301, 302, 303, 307, 308].flatMap { status in
            let path = RecordingServer.redirect(status, to: map.target)
            return [
                "  - {get: \(path), write: get-\(status).jsonl, on_error: continue}",
                "  - {post: \(path), json: {a: 1}, write: post-\(status).jsonl, on_error: continue}",
            ]
        }
        let result = try await run(kind, map, calls.joined(separator: "\n"))
        #expect(map.atHome.count >= 10)
        for request in map.atHome where request.target.hasPrefix("/go") {
            #expect(!CredentialKind.found(in: request).isEmpty, "the first origin gets it")
        }
        if form.isFollowed {
            #expect(result.errors == "")
            #expect(result.exitCode == 0)
            #expect(map.elsewhere.count >= 10, "the redirects were followed")
        }
        for request in map.elsewhere {
            #expect(CredentialKind.found(in: request) == [], "\(request.method) \(request.origin)\(request.target)")
        }
    }

    /// A next link ends the run before anything is sent, or at least nothing of the credential.
    @Test(arguments: CredentialKind.allCases, forms.filter { $0 != .thereAndBack })
    func nextLinks(_ kind: CredentialKind, _ form: OriginForm) async throws {
        let map = try await OriginMap(form)
        let calls = [("next", "next_url: $.next"), ("link", "link: next")].map { kind, paginate in
            """
              - get: \(RecordingServer.page(kind, then: map.target.replacingOccurrences(of: "\\", with: "\\\\")))
                paginate: {\(paginate)}
                records: $.data[*]
                write: \(kind).jsonl
                on_error: continue
            """
        }
        let result = try await run(kind, map, calls.joined(separator: "\n"))
        #expect(result.exitCode != 0)
        #expect(map.atHome.count >= 2)
        for request in map.elsewhere {
            #expect(CredentialKind.found(in: request) == [], "\(request.origin)\(request.target)")
        }
    }

    /// Within the origin, spelled differently, it does go along.
    @Test(arguments: CredentialKind.allCases) func theSame(_ kind: CredentialKind) async throws {
        let map = try await OriginMap(.otherPort)
        let target = map.home.replacingOccurrences(of: "http://", with: "HTTP://") + "/there?x=1#part"
        let result = try await run(kind, map, "  - {get: \(RecordingServer.redirect(302, to: target)), write: a.jsonl}")
        #expect(result.errors == "")
        let there = try #require(map.requests.last)
        #expect(there.target.hasPrefix("/there"))
        #expect(!there.target.contains("part"))
        #expect(!CredentialKind.found(in: there).isEmpty)
    }

    /// The token request itself is never sent on, whatever is in it.
    @Test(arguments: [301, 302, 303, 307, 308]) func tokenRequests(_ status: Int) async throws {
        let map = try await OriginMap(.otherPort)
        let scene = try await SourceScene()
        let key = try await TestKey.of(.p256)
        let endpoint = map.home + RecordingServer.redirect(status, to: map.target)
        for keys in [
            "client_id: demo\nclient_secret: ${env.SECRET}",
            "client_id: demo\nclient_secret: ${env.SECRET}\nclient_auth: client_secret_basic\ndpop: true",
            "client_id: demo\nprivate_key: ${env.KEY}",
            "type: jwt_bearer\nclient_id: demo\nsubject: me\nprivate_key: ${env.KEY}",
            "type: password\nusername: me\npassword: ${env.SECRET}\nclient_id: demo\nclient_auth: none",
            "type: refresh_token\nrefresh_token: ${env.SECRET}",
            "type: token_exchange\nsubject_token: ${env.SECRET}",
        ] {
            let result = try await scene.run(
                SourceScene.job(keys, endpoint: endpoint),
                environment: ["SECRET": CredentialKind.secret, "KEY": key.privatePEM])
            #expect(result.exitCode == 77)
            #expect(result.errors.contains("leads elsewhere"))
        }
        let request = try await scene.run(
            SourceScene.job(
                "type: request\ncall: {post: \"\(endpoint)\", json: {key: \"${env.SECRET}\"}}\ntoken: $.next",
                endpoint: ""),
            environment: ["SECRET": CredentialKind.secret])
        #expect(request.exitCode == 77)
        #expect(map.requests.count == 8)
        #expect(map.elsewhere.isEmpty)
    }
}
