import Foundation
import Testing

/// A secret that is changed in the middle of a run: at the server, and in the file that the job reads it from.
@Suite(.timeLimit(.minutes(5)))
struct RotatedSecretTests {
    /// Three calls with a gate between each and the next.
    private static func job(
        _ secret: String = "secrets: {key: {file: key.txt}}", gates: Int = 2, auth: String = auth
    ) -> String {
        let gate = "  - {get: \"${env.GATE}\", auth: none, response: text, write: gate-NUMBER.txt}"
        let calls = (1...gates + 1).map { "  - {get: /items/\($0), fields: {id: $.id}, write: \($0).jsonl}" }
        let lines = calls.enumerated().flatMap { place, call in
            place == 0 ? [call] : [gate.replacingOccurrences(of: "NUMBER", with: "\(place)"), call]
        }
        return SourceScene.job(auth, calls: lines.joined(separator: "\n"), top: secret)
    }

    private static let auth = "client_id: rotating\nclient_secret: ${secrets.key}"

    private func scene() async throws -> SourceScene {
        let scene = try await SourceScene()
        try scene.server.register("rotating", ["secret": "the-first-secret"])
        try scene.folder.write("key.txt", "the-first-secret\n")
        return scene
    }

    /// Once the run reads the new secret and goes on; the second time it fails, and says what it did.
    @Test func onceAndThenClearly() async throws {
        let scene = try await scene()
        let gates = [try Gate(), try Gate()]
        let job = Self.job().replacingOccurrences(
            of: "\"${env.GATE}\", auth: none, response: text, write: gate-2",
            with: "\"${env.GATE_2}\", auth: none, response: text, write: gate-2")
        let program = try scene.start(job, environment: ["GATE": gates[0].url, "GATE_2": gates[1].url])
        for (gate, secret) in zip(gates, ["the-second-secret", "the-third-secret"]) {
            try await gate.arrival()
            try scene.server.rotateSecret(of: "rotating", to: secret)
            try scene.folder.write("key.txt", secret + "\n")
            try scene.server.revokeTokens()
            gate.open()
        }
        let result = await program.result()
        #expect(result.exitCode == 77)
        #expect(result.errors.contains("invalid_client"))
        for secret in ["the-first-secret", "the-second-secret", "the-third-secret"] {
            #expect(!result.errors.contains(secret))
        }
        #expect(scene.folder.files().filter { $0.hasSuffix(".jsonl") } == [], "a failed run leaves nothing")
        let requests = try scene.requests
        #expect(
            requests.map { $0["client_secret"] } == [
                "the-first-secret", "the-first-secret", "the-second-secret", "the-second-secret",
            ])
        #expect(requests.map(\.status) == [200, 401, 200, 401])
    }

    @Test func recovers() async throws {
        let scene = try await scene()
        let gate = try Gate()
        let program = try scene.start(Self.job(gates: 1), environment: ["GATE": gate.url])
        try await gate.arrival()
        try scene.server.rotateSecret(of: "rotating", to: "the-second-secret")
        try scene.folder.write("key.txt", "the-second-secret\n")
        try scene.server.revokeTokens()
        gate.open()
        let result = await program.result()
        #expect(result.errors == "")
        #expect(result.exitCode == 0)
        #expect(scene.folder.read("2.jsonl") == "{\"id\":2}\n")
        #expect(try scene.server.tokens(of: "rotating") == .init(issued: 2, refused: 1, revoked: 0))
    }

    /// The file has still the old one: that is said, and the server is not asked twice.
    @Test func unchanged() async throws {
        let scene = try await scene()
        let gate = try Gate()
        let program = try scene.start(Self.job(gates: 1), environment: ["GATE": gate.url])
        try await gate.arrival()
        try scene.server.rotateSecret(of: "rotating", to: "the-second-secret")
        try scene.server.revokeTokens()
        gate.open()
        let result = await program.result()
        #expect(result.exitCode == 77)
        #expect(result.errors.contains("read again"))
        #expect(result.errors.contains("unchanged"))
        #expect(try scene.requests.map(\.status) == [200, 401])
    }

    /// Changed, and wrong as well: one more attempt and no third.
    @Test func wrongAgain() async throws {
        let scene = try await scene()
        let gate = try Gate()
        let program = try scene.start(Self.job(gates: 1), environment: ["GATE": gate.url])
        try await gate.arrival()
        try scene.server.rotateSecret(of: "rotating", to: "the-second-secret")
        try scene.folder.write("key.txt", "another-wrong-secret\n")
        try scene.server.revokeTokens()
        gate.open()
        let result = await program.result()
        #expect(result.exitCode == 77)
        #expect(result.errors.contains("refused too"))
        #expect(!result.errors.contains("another-wrong-secret"))
        #expect(try scene.requests.map(\.status) == [200, 401, 401])
    }

    /// From a command, which is run again.
    @Test func fromACommand() async throws {
        let scene = try await scene()
        let gate = try Gate()
        let program = try scene.start(
            Self.job("secrets: {key: {command: [cat, key.txt]}}", gates: 1), environment: ["GATE": gate.url])
        try await gate.arrival()
        try scene.server.rotateSecret(of: "rotating", to: "the-second-secret")
        try scene.folder.write("key.txt", "the-second-secret\n")
        try scene.server.revokeTokens()
        gate.open()
        #expect(await program.result().exitCode == 0)
    }

    /// A private key that is changed, at the server and in its file.
    @Test(.enabled(if: TestKey.isPossible, "openssl is not installed")) func aPrivateKey() async throws {
        let (old, new) = (try await TestKey.of(.p256), try await TestKey(new: .p256))
        let scene = try await SourceScene()
        let register = { (key: TestKey) in
            try scene.server.register("rotating", ["authentication": "privateKeyJWT", "pem": .string(key.publicPEM)])
        }
        try register(old)
        try scene.folder.write("key.txt", old.privatePEM)
        let gate = try Gate()
        let program = try scene.start(
            Self.job(gates: 1, auth: "client_id: rotating\nprivate_key: ${secrets.key}"),
            environment: ["GATE": gate.url])
        try await gate.arrival()
        try register(new)
        try scene.folder.write("key.txt", new.privatePEM)
        try scene.server.revokeTokens()
        gate.open()
        let result = await program.result()
        #expect(result.errors == "")
        #expect(result.exitCode == 0)
        #expect(try scene.requests.map(\.status) == [200, 401, 200])
    }

    /// Sixteen at a time: they all wait for the one new secret.
    @Test func manyAtOnce() async throws {
        let scene = try await scene()
        let gate = try Gate()
        let program = try scene.start(
            SourceScene.job(
                Self.auth,
                calls: """
                    \(SourceScene.call)
                      - {get: "${env.GATE}", auth: none, response: text, write: gate.txt}
                      - for_each: {in: [\((1...64).map(String.init).joined(separator: ", "))], concurrency: 16}
                        get: /items/${item}
                        fields: {id: $.id}
                        write: out.jsonl
                    """, top: "secrets: {key: {file: key.txt}}"), environment: ["GATE": gate.url])
        try await gate.arrival()
        try scene.server.rotateSecret(of: "rotating", to: "the-second-secret")
        try scene.folder.write("key.txt", "the-second-secret\n")
        try scene.server.revokeTokens()
        gate.open()
        let result = await program.result()
        #expect(result.errors == "")
        #expect(scene.folder.read("out.jsonl") == (1...64).map { "{\"id\":\($0)}\n" }.joined())
        #expect(try scene.server.tokens(of: "rotating") == .init(issued: 2, refused: 1, revoked: 0))
    }
}
