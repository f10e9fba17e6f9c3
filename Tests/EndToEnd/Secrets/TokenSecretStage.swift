import Foundation
import Testing

/// A demo server that knows the clients, and the files of the job.
struct TokenSecretStage {
    let scene: SourceScene
    let secrets: TokenSecrets

    init() async throws {
        scene = try await SourceScene()
        secrets = try await TokenSecrets()
        try secrets.register(at: scene.server)
        try secrets.write(to: scene.folder)
    }

    var environment: [String: String] {
        secrets.environment.merging(["XDG_CACHE_HOME": scene.folder.path + "/cache"]) { $1 }
    }

    func run(_ job: String, _ arguments: [String]) async throws -> Program.Result {
        try await scene.run(job, arguments, environment: environment)
    }

    /// Looks for all secrets in what a command said, and in the names of files.
    ///
    /// - Parameter isOutputData: whether stdout is what was asked for.
    func expectNothing(
        in result: Program.Result, isOutputData: Bool = false, _ more: [String] = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(!result.isSignalled, sourceLocation: sourceLocation)
        let names = scene.folder.files().joined(separator: "\n")
        let known = secrets.values.map { ($0.key, $0.value) } + more.map { ("of the run", $0) }
        for (name, value) in known {
            let forms = SecretForms(value)
            #expect(forms.found(in: result.errors) == [], "\(name) on stderr", sourceLocation: sourceLocation)
            #expect(forms.found(in: names) == [], "\(name) in a file's name", sourceLocation: sourceLocation)
            if !isOutputData {
                #expect(forms.found(in: result.output) == [], "\(name) on stdout", sourceLocation: sourceLocation)
            }
        }
    }

    /// What was signed or got, and is secret as well: assertions, proofs, tokens.
    func dynamic() throws -> [String] {
        let fields: Set = ["client_assertion", "assertion", "refresh_token", "subject_token", "client_secret"]
        let requests = try scene.requests
        let sent = requests.flatMap { request in
            request.form.filter { fields.contains($0.first ?? "") }.compactMap(\.last)
                + [request.header("DPoP")].compactMap { $0 }
        }
        let tokens = scene.folder.files().filter { $0.hasPrefix("out/") }.flatMap { file in
            (scene.folder.read(file) ?? "").matches(of: /"(?:Bearer|DPoP) ([^"]+)"/).map { String($0.1) }
        }
        return Set(sent + tokens).filter { $0.utf8.count >= 8 }.sorted()
    }
}
