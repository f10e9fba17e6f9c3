import JSON
import Secrets
import Template
import Testing

@Suite("Secrets in templates")
struct SecrecyTests {
    private let scope: TestScope = {
        var scope = TestScope(
            .object([
                JSONMember(name: "open", value: .string("open")),
                JSONMember(name: "list", value: .array([.string("a")])),
            ]))
        scope.vars["hidden"] = TemplateValue(
            .object([JSONMember(name: "list", value: .array([.string("a,b"), .number(JSONNumber(7))]))]), isSecret: true
        )
        scope.vars["mixed"] = TemplateValue(list: [TemplateValue("a"), TemplateValue(Secret("b"))])
        scope.vars["when"] = TemplateValue(.string("2024-01-01T00:00:00Z"), isSecret: true)
        return scope
    }()

    @Test(
        "What came through a secret stays secret",
        arguments: [
            "secrets.a", "secrets.a | lower", "secrets.a | upper", "secrets.a | trim", "secrets.a | json",
            "secrets.a | string", "secrets.a | split(\"-\")", "secrets.a | split(\"-\") | first",
            "(secrets.a | split(\"-\"))[1]", "secrets.a | split(\"-\") | last", "secrets.a | replace(\"a\", \"b\")",
            "vars.open | replace(\"o\", secrets.a)", "secrets.a | regex(\"s\")", "secrets.a | url", "secrets.a | path",
            "secrets.a | filename", "secrets.a | base64", "secrets.a | base64url", "secrets.a | hex",
            "secrets.a | sha256",
            "vars.open | hmac_sha256(secrets.a)", "secrets.a | hmac_sha256(\"k\") | base64",
            "vars.list | join(secrets.a)",
            "vars.mixed | join(\",\")", "vars.mixed", "vars.hidden.list[0]", "vars.hidden.list | last | int",
            "vars.hidden | keys", "vars.hidden | json", "vars.gone | default(secrets.a)", "secrets.a | default(\"x\")",
            "secrets.a | omit", "vars.when | date(\"yyyy\")", "vars.when | plus(1d)", "vars.when | unix",
        ])
    func stays(text: String) throws {
        let template = try Template("${\(text)}")
        #expect(try template.evaluate(in: scope).isSecret)
    }

    @Test(
        "What tells nothing of a secret is not secret",
        arguments: [
            "secrets.a == \"x\"", "!(secrets.a == \"x\")", "secrets.a | length", "vars.open", "vars.mixed[0]",
            "vars.open | default(secrets.a)", "vars.mixed | first", "secrets.a == \"x\" || true",
        ])
    func isOpen(text: String) throws {
        #expect(try !Template("${\(text)}").evaluate(in: scope).isSecret)
    }

    @Test("Text is secret when a part is", arguments: [InsertionPlace.plain, .url, .path, .header])
    func text(place: InsertionPlace) throws {
        #expect(try Template("x/${secrets.a}").text(in: scope, for: place).isSecret)
        #expect(try Template("x/${vars.open}/${secrets.a}").text(in: scope, for: place).isSecret)
        #expect(try !Template("x/${vars.open}").text(in: scope, for: place).isSecret)
        #expect(try Template("x ${secrets.a}").evaluate(in: scope).isSecret)
    }

    @Test("A secret value prints as ***, and errors do not show it")
    func printing() throws {
        let value = try Template("${secrets.a}").evaluate(in: scope)
        #expect("\(value)" == "***")
        #expect(String(reflecting: value) == "***")
        var dumped = ""
        dump(value, to: &dumped)
        #expect(!dumped.contains("s3cret"))
        for text in [
            "secrets.a | int", "secrets.a | date(\"yyyy\")", "secrets.a < 1", "secrets.a && true", "secrets.a.b",
        ] {
            let error = try #require(try failure(of: "${\(text)}", in: scope))
            #expect(!error.message.contains("s3cret") && error.hint?.contains("s3cret") != true)
        }
        #expect("\(TemplateValue("open"))" == #""open""#)
    }
}
