import Diagnostics
import Foundation
import JSON
import JWT
import Secrets
import Testing
import YAML

@testable import JobFile

/// The declaration of the language agrees with what is built.
struct LanguageTests {
    /// All keys; one that several sections share counts once.
    static let keys = Set(JobLanguage.sections.flatMap { section in section.keys.map { identity(of: $0) } })

    private static func identity(of key: any LanguageKey) -> String { "\(key.name): \(key.declaration.doc)" }

    /// Jobs that use every key: those of the repository, and the examples of the language.
    private static func loadEverything() throws {
        for url in Repository.jobs { _ = try RepositoryJobsTests.load(url) }
        for section in JobLanguage.sections {
            guard let text = job(around: section) else { continue }
            let checked = check(SourceFile(name: "example.yaml", text: text))
            var diagnostics = DiagnosticList()
            _ = checked.file?.job(
                environment: environment, inputs: [], secrets: secrets, functions: testFunctions,
                diagnostics: &diagnostics)
        }
    }

    private static let environment = [
        "CLIENT_ID": "a", "CLIENT_SECRET": "b", "API_TOKEN": "c", "PASSWORD": "d", "API_KEY": "e",
        "DATABASE_URL": "postgres://db.example/shop", "AWS_ACCESS_KEY_ID": "f", "AWS_SECRET_ACCESS_KEY": "g",
    ]
    private static let secrets = [
        "client_secret": Secret("a"), "partner_key": Secret("b"), "unit_key": Secret("c"),
        "refresh_token": Secret("d"), "actor_token": Secret("e"), "subject_token": Secret("f"),
        "dpop_key": PrivateKey.generateES256().pkcs8PEM, "private_key": PrivateKey.generateES256().pkcs8PEM,
    ]
    /// Sections of token sources, whose examples use secrets.
    private static let sources = Set(TokenSourceKeys.kinds.map(\.section.name) + [TokenCallKeys.section.name])

    /// A whole job around the example of a section.
    static func job(around section: Section) -> String? {
        let example = section.example
        if sources.contains(section.name) {
            let names = secrets.keys.sorted().filter { example.contains("secrets.\($0)}") }
            let declared = names.map { "  \($0): {env: X}\n" }.joined()
            return (declared.isEmpty ? "" : "secrets:\n\(declared)") + example + "\ncalls: []\n"
        }
        let indented = example.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
        switch section.name {
        case "job": return example
        case "call", "included", "input", "options", "defaults":
            return example + (example.contains("calls:") ? "" : "\ncalls: []\n")
        case "secret": return example + "\ncalls: []\n"
        case "final_call": return "calls: []\n" + example
        case "record_count": return "calls:\n  - get: https://a.example\n    expect:\n      \(example)\n"
        case "part", "graphql", "idempotency_key": return "calls:\n  - post: https://a.example\n\(indented)\n"
        case "request": return "calls:\n  - \(example)\n"
        case "for_each", "loop_file":
            return "calls:\n  - {name: orders, get: https://a.example}\n  - get: https://a.example\n\(indented)\n"
        default: return "calls:\n  - get: https://a.example\n\(indented)\n"
        }
    }

    @Test(arguments: JobLanguage.sections.map(\.name))
    func examplesAreRight(_ name: String) throws {
        let section = try #require(JobLanguage.sections.first { $0.name == name })
        let text = try #require(Self.job(around: section))
        let diagnostics = check(SourceFile(name: "example.yaml", text: text)).diagnostics
        // That of the password grant is meant for everyone.
        #expect(diagnostics.filter { $0.code.rawValue != "E0623" }.map(\.title) == [], "\(text)")
    }

    @Test func everyKeyIsReadByLowering() throws {
        let reads = KeyReads()
        try KeyReads.$current.withValue(reads) { try Self.loadEverything() }
        let read = JobLanguage.sections.flatMap { section in
            section.keys.filter { reads.all.contains("\(section.name).\($0.name)") }.map { Self.identity(of: $0) }
        }
        #expect(Self.keys.subtracting(read).sorted() == [])
    }

    @Test func everyKeyStandsInAnExample() throws {
        var used: Set<String> = []
        let examples = try Repository.jobs.map { try String(contentsOf: $0, encoding: .utf8) }
        for text in examples + JobLanguage.sections.compactMap({ Self.job(around: $0) }) {
            var diagnostics = DiagnosticList()
            let node = try #require(YAMLReader.read(SourceFile(name: "a", text: text), diagnostics: &diagnostics))
            collect(node, as: .section(JobKeys.section), into: &used)
        }
        #expect(Self.keys.subtracting(used).sorted() == [])
    }

    /// Notes the keys of a node that is of a form.
    private func collect(_ node: YAMLNode, as form: ValueForm, into used: inout Set<String>) {
        switch form {
        case .scalar, .null, .anything, .presets: break
        case .list(let element):
            for node in node.sequence ?? [] { collect(node, as: element, into: &used) }
        case .map(let value):
            for entry in node.mapping ?? [] { collect(entry.value, as: value, into: &used) }
        case .either(let forms):
            for form in forms where form.accepts(NodeKind(node)) { collect(node, as: form, into: &used) }
        case .variants(let key, let standard, let sections):
            let word = node.mapping?.first { $0.key.text == key }?.value.scalar?.text ?? standard
            guard let section = sections.first(where: { $0.word == word }) else { break }
            collect(node, as: .section(section.section), into: &used)
        case .section(let section):
            for entry in node.mapping ?? [] {
                guard let key = section.key(entry.key.text) else { continue }
                used.insert(Self.identity(of: key))
                collect(entry.value, as: key.declaration.form, into: &used)
            }
        }
    }

    @Test func declarationsAreWhole() {
        for section in JobLanguage.sections {
            #expect(Set(section.keys.map(\.name)).count == section.keys.count, "\(section.name)")
            #expect(section.groups.allSatisfy { $0.names.allSatisfy { section.key($0) != nil } })
            for key in section.keys.map(\.declaration) {
                #expect(key.doc.hasSuffix("."), "\(section.name).\(key.name)")
                #expect(!key.doc.contains("\n"), "\(section.name).\(key.name)")
                #expect(ExampleValue.value(of: key.example) != nil, "\(section.name).\(key.name)")
            }
        }
    }
}
