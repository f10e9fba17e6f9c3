import Diagnostics
import Foundation
import Secrets
import Testing

@testable import JobFile

/// Every job of the repository is right, and can be loaded.
struct RepositoryJobsTests {
    static let environment = [
        "DEMO_API": "http://127.0.0.1:8080", "DEMO_SECRET": "demo-secret",
        "TOKEN_URL": "https://auth.example.com/token",
        "CLIENT_ID": "id", "CLIENT_SECRET": "secret", "API_URL": "https://api.example.com/resource",
    ]

    /// Values for every variable that a job uses: those above, a private key or a URL where the name says so, or some
    /// text.
    static func environment(of text: String) -> [String: String] {
        let names = text.split(separator: "env.").dropFirst().map { part in
            String(part.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
        }
        let values = names.map { name in
            let url = name.hasSuffix("_URL") ? "https://server.example.com" : nil
            return (name, name.contains("PRIVATE_KEY") ? TestKey.rsa : url ?? "value-of-\(name)")
        }
        return Dictionary(values) { $1 }.merging(environment) { $1 }
    }

    @Test func jobsAreFound() {
        #expect(Repository.jobs.count >= 36)
    }

    @Test func everyPresetHasAJob() {
        let names = Repository.jobs.filter { $0.deletingLastPathComponent().lastPathComponent == "providers" }
            .map { $0.deletingPathExtension().lastPathComponent }
        #expect(Set(names) == Set(Presets.names))
    }

    @Test(arguments: Repository.jobs)
    func checksWithoutADiagnostic(_ url: URL) throws {
        var diagnostics = DiagnosticList()
        let file = SourceFile(name: url.path, bytes: Array(try Data(contentsOf: url)))
        let job = JobFile.check(
            file, loader: FileLoader(),
            environment: Set(Self.environment(of: String(decoding: file.bytes, as: UTF8.self)).keys),
            diagnostics: &diagnostics)
        // A secret's variable is nobody's but the person's who runs the job.
        #expect(diagnostics.all.filter { $0.code.rawValue != "E0705" } == [])
        #expect(job != nil)
    }

    @Test(arguments: Repository.jobs)
    func loads(_ url: URL) throws {
        #expect(try Self.load(url).diagnostics == [])
    }

    private static func secret(named name: String) -> String {
        if name == "warehouse" { return "postgres://db.example.com/warehouse" }
        return name.contains("key") ? TestKey.rsa : "secret of \(name)"
    }

    static func load(_ url: URL) throws -> Loaded {
        var diagnostics = DiagnosticList()
        let file = SourceFile(name: url.path, bytes: Array(try Data(contentsOf: url)))
        let checked = JobFile.check(file, loader: FileLoader(), environment: nil, diagnostics: &diagnostics)
        let secrets = (checked?.secrets ?? []).map {
            ($0.name, Secret(secret(named: $0.name)))
        }
        let job = checked?.job(
            environment: environment(of: String(decoding: file.bytes, as: UTF8.self)), inputs: [],
            secrets: Dictionary(secrets) { $1 },
            functions: testFunctions,
            diagnostics: &diagnostics)
        return Loaded(job: job, diagnostics: diagnostics.sorted())
    }
}
