import Foundation
import Testing

extension MotoTests {
    /// S3, where the path is part of the signature as it is sent.
    struct Storage {
        private static let names = [
            "folder/plain.json", "with blank", "plus+sign", "ümlaut&=;", "quotes'()*!", "two//slashes", "tilde~._-",
            "colon:@$,", "percent%", "%2F", "question?hash#", "trailing.", "[brackets]", "日本",
        ]

        /// The list of names in YAML.
        private static var list: String {
            names.map { "\"\($0)\"" }.joined(separator: ", ")
        }

        @Test func awkwardNames() async throws {
            let scene = try await MotoScene()
            let result = try await scene.run(
                "s3",
                calls: """
                      - for_each: {in: [\(Self.list)]}
                        put: /\(scene.server.bucket)/names/${item | url}
                        json: {name: "${item}"}
                        response: text
                      - for_each: {in: [\(Self.list)]}
                        get: /\(scene.server.bucket)/names/${item | url}
                        fields: {name: $.name}
                    """)
            #expect(result.errors == "")
            #expect(result.output == Self.names.map { "{\"name\":\"\($0)\"}\n" }.joined())
            #expect(result.exitCode == 0)
        }

        /// Names and values in the query, out of order.
        @Test func aList() async throws {
            let scene = try await MotoScene()
            let result = try await scene.run(
                "s3",
                calls: """
                      - put: /\(scene.server.bucket)/list/a%20b+c.txt
                        body: some text
                        headers: {Content-Type: text/plain}
                        response: text
                      - get: /\(scene.server.bucket)
                        query: {prefix: "list/a b+c", max-keys: 10, delimiter: "&", list-type: 2, "encoding-type": url}
                        response: text
                    """)
            #expect(result.errors == "")
            #expect(result.output.contains("<KeyCount>1</KeyCount>"))
        }

        /// A file, whose content is not part of the signature.
        @Test func aFile() async throws {
            let scene = try await MotoScene()
            try scene.folder.write("data.bin", (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7) })
            let result = try await scene.run(
                "s3",
                calls: """
                      - put: /\(scene.server.bucket)/data.bin
                        body_file: data.bin
                        headers: {Content-Type: application/octet-stream}
                        response: text
                      - get: /\(scene.server.bucket)/data.bin
                        download: copy.bin
                    """)
            #expect(result.errors == "")
            #expect(
                FileManager.default.contentsEqual(
                    atPath: scene.folder.path + "/data.bin", andPath: scene.folder.path + "/copy.bin"))
        }

        private func read(_ scene: MotoScene) -> String {
            "  - {get: /\(scene.server.bucket)/session.json, fields: {ok: $.ok}}"
        }

        private func written() async throws -> MotoScene {
            let scene = try await MotoScene()
            let put = "  - {put: /\(scene.server.bucket)/session.json, json: {ok: true}, response: text}"
            let result = try await scene.run("s3", calls: put)
            #expect(result.errors == "")
            return scene
        }

        /// Keys that end, with their token.
        @Test func aSession() async throws {
            let scene = try await written()
            let result = try await scene.run("s3", calls: read(scene), keys: scene.server.session)
            #expect(result.errors == "")
            #expect(result.output == "{\"ok\":true}\n")
        }

        @Test func aSessionWithoutItsToken() async throws {
            let scene = try await written()
            var keys = scene.server.session
            keys.session_token = nil
            let result = try await scene.run("s3", calls: read(scene), keys: keys)
            #expect([1, 77].contains(result.exitCode))
            #expect(result.errors.contains("403"))
        }

        @Test func aWrongSecretKey() async throws {
            let scene = try await written()
            let result = try await scene.run(
                "s3", calls: read(scene), secretKey: "wrong/key+wrong/key+wrong/key+wrong/key1")
            #expect([1, 77].contains(result.exitCode))
            #expect(result.output == "")
            #expect(result.errors.contains("403"))
        }

        @Test func unsigned() async throws {
            let scene = try await written()
            let call = "  - {get: /\(scene.server.bucket)/session.json, auth: none}"
            let result = try await scene.run("s3", calls: call)
            #expect([1, 77].contains(result.exitCode))
            #expect(result.errors.contains("403"))
        }
    }
}
