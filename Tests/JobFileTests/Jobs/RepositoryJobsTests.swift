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

    @Test func jobsAreFound() {
        #expect(Repository.jobs.count >= 20)
    }

    @Test(arguments: Repository.jobs)
    func checksWithoutADiagnostic(_ url: URL) throws {
        var diagnostics = DiagnosticList()
        let file = SourceFile(name: url.path, bytes: Array(try Data(contentsOf: url)))
        let job = JobFile.check(
            file, loader: FileLoader(), environment: Set(Self.environment.keys), diagnostics: &diagnostics)
        #expect(diagnostics.all.filter { !$0.title.contains("SCOPE") } == [])
        #expect(job != nil)
    }

    @Test(arguments: Repository.jobs)
    func loads(_ url: URL) throws {
        #expect(try Self.load(url).diagnostics == [])
    }

    static func load(_ url: URL) throws -> Loaded {
        var diagnostics = DiagnosticList()
        let file = SourceFile(name: url.path, bytes: Array(try Data(contentsOf: url)))
        let checked = JobFile.check(file, loader: FileLoader(), environment: nil, diagnostics: &diagnostics)
        let secrets = (checked?.secrets ?? []).map { ($0.name, Secret("secret of \($0.name)")) }
        let job = checked?.job(
            environment: environment, inputs: [], secrets: Dictionary(secrets) { $1 }, functions: testFunctions,
            diagnostics: &diagnostics)
        return Loaded(job: job, diagnostics: diagnostics.sorted())
    }
}
