import Foundation
import Testing

extension MotoTests {
    /// Services that take forms and JSON.
    struct Services {
        private static let whoAmI = """
              - post: /
                form: {Action: GetCallerIdentity, Version: "2011-06-15"}
                response: text
            """

        @Test func aForm() async throws {
            let result = try await MotoScene().run("sts", calls: Self.whoAmI)
            #expect(result.errors == "")
            #expect(result.output.contains(":user/alice<"))
            #expect(result.exitCode == 0)
        }

        @Test func aWrongSecretKey() async throws {
            let result = try await MotoScene().run(
                "sts", calls: Self.whoAmI, secretKey: "wrong/key+wrong/key+wrong/key+wrong/key1")
            #expect([1, 77].contains(result.exitCode))
            #expect(result.output == "")
            #expect(result.errors.contains("403"))
            #expect(result.errors.contains("SignatureDoesNotMatch"), "the server's own words")
        }

        private func dynamo(_ action: String, _ body: String, more: String = "") -> String {
            """
              - post: /
                headers: {X-Amz-Target: DynamoDB_20120810.\(action), Content-Type: application/x-amz-json-1.0}
                json: \(body)
            \(more)
            """
        }

        @Test func json() async throws {
            let scene = try await MotoScene()
            let calls = [
                dynamo("PutItem", "{TableName: orders, Item: {id: {S: \"A 1/ü\"}, count: {N: \"3\"}}}"),
                dynamo(
                    "GetItem", "{TableName: orders, Key: {id: {S: \"A 1/ü\"}}}",
                    more: "    fields: {id: $.Item.id.S, count: $.Item.count.N}"),
            ]
            let result = try await scene.run("dynamodb", calls: calls.joined(separator: "\n"))
            #expect(result.errors == "")
            // As moto spells it.
            #expect(result.output == "{\"id\":\"A 1/\\u00fc\",\"count\":\"3\"}\n")
        }

        /// Each request has its own signature, also with eight at a time.
        @Test func manyAtTheSameTime() async throws {
            let scene = try await MotoScene()
            let result = try await scene.run(
                "dynamodb",
                calls: """
                      - for_each: {in: [\((1...40).map(String.init).joined(separator: ", "))], concurrency: 8}
                        post: /
                        headers: {X-Amz-Target: DynamoDB_20120810.PutItem, Content-Type: application/x-amz-json-1.0}
                        json: {TableName: orders, Item: {id: {S: "many-${item}"}}}
                        fields: {number: "${item}"}
                    """)
            #expect(result.errors == "")
            #expect(result.output == (1...40).map { "{\"number\":\($0)}\n" }.joined())
        }

        /// The signature is right, and the policy does not allow it.
        @Test func aForbiddenAction() async throws {
            let result = try await MotoScene().run(
                "dynamodb", calls: dynamo("DeleteItem", "{TableName: orders, Key: {id: {S: x}}}"))
            #expect([1, 77].contains(result.exitCode))
            #expect(result.errors.contains("403"))
            #expect(result.errors.contains("AccessDenied"))
        }
    }
}
