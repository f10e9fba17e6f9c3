import Foundation

/// The secrets of a job that has a source of every kind, each of them another text.
struct TokenSecrets: Sendable {
    /// By the names that the job knows them by.
    let values: [String: String]
    private let keys: [String: TestKey]

    init() async throws {
        let keys = [
            "rsa": try await TestKey.of(.rsa), "ed25519": try await TestKey.of(.ed25519),
            "p521": try await TestKey.of(.p521), "p384": try await TestKey.of(.p384),
            "p256": try await TestKey.of(.p256),
        ]
        self.keys = keys
        var values = Self.texts
        values["rsa_key"] = keys["rsa"]?.privatePEM
        values["sec1_key"] = keys["p521"]?.traditionalPEM
        values["jwt_key"] = keys["p384"]?.privatePEM
        values["dpop_key"] = keys["p256"]?.privatePEM
        values["jwk_private"] = try await keys["ed25519"]?.jwkPart("-outform DER")
        let part = try await keys["ed25519"]?.jwkPart("-pubout -outform DER") ?? ""
        values["jwk"] =
            "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"d\":\"\(values["jwk_private"] ?? "")\",\"x\":\"\(part)\"}"
        values["assertion_file"] = try await keys["rsa"]?.signed(
            [
                "iss": "file", "sub": "file", "aud": "https://login.example.com",
                "exp": .number((Date().timeIntervalSince1970 + 500).rounded()),
            ], id: "once")
        values["subject_file"] = try await keys["rsa"]?.signed(["iss": "rsa", "sub": "someone", "exp": 4_102_444_800])
        self.values = values
    }

    /// Those that are plain texts; none is part of another.
    private static let texts = [
        "post_secret": "9f86d081884c7d659a2feaa0c55ad015", "basic_secret": "s+cr%t:wi/th&odd= \"chars\"",
        "hmac_secret": "a-secret-that-is-long-enough-for-the-hash-of-hs256",
        "dpop_secret": "Xy8Q~abC.dEf-GhI_jKl~mNo.pQr-StU_vWx", "refresh_secret": "3f2b8c1e-74d9-4a6b-9c05-d18e6f7a2b43",
        "refresh_value": "1//0gRefresh-Token_of+the=first/kind", "refresh_file": "v1.MRrt/second+refresh==token",
        "password": "hopper-1906", "subject_value": "subject-token", "actor_token": "act+or/token==of-the-robot",
        "printed_token": "ya29.a0Printed-by_a+command", "printed_json": "gho_16C7e42F292c6912E7710c838347Ae178B4a",
        "argument": "an argument & a \"secret\" one", "login_password": "pä$$wörd-für-das-Login",
        "login_token": "sess-ion/Token+of==the-login",
        "bearer": "xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcHrzqqgy",
        "basic_password": "correct horse battery staple", "api_key_header": "AIzaSyD-9tSrke72PouQMnMX-a7eZSW0jkFMBWY",
        "api_key_query": "key+with/every&thing=in it?", "aws_secret": "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
        "aws_session": "IQoJb3JpZ2luX2VjEXAMPLE//////////wEaCXVz", "aws_access": "AKIDEXAMPLE0123456789",
        "parameter": "the secret of a parameter: 100% + 1", "header": "the-secret-of-a-header/7f3c",
    ]

    /// Registers the clients of the sources.
    func register(at server: DemoServer) throws {
        func client(_ id: String, _ members: [String: JSONAny]) throws { try server.register(id, members) }
        let pem = { (name: String) in JSONAny.string(keys[name]?.publicPEM ?? "") }
        let text = { (name: String) in JSONAny.string(values[name] ?? "") }
        try client("post", ["secret": text("post_secret")])
        try client("basic", ["secret": text("basic_secret"), "authentication": "basicRaw"])
        try client("hmac", ["secret": text("hmac_secret"), "authentication": "secretJWT"])
        try client("rsa", ["pem": pem("rsa"), "authentication": "privateKeyJWT"])
        try client("jwk", ["pem": pem("ed25519"), "authentication": "privateKeyJWT"])
        try client("file", ["pem": pem("rsa"), "assertion_audience": "https://login.example.com"])
        try client("bearer", ["pem": pem("p521")])
        try client("bound", ["secret": text("dpop_secret"), "dpop": "required", "dpop_nonce": true])
        try client("fresh", ["secret": text("refresh_secret"), "rotates": false])
        try client("rotating", ["secret": text("refresh_secret")])
        try server.admin("refresh-tokens", ["client": "fresh", "token": text("refresh_value")])
        try server.admin("refresh-tokens", ["client": "rotating", "token": text("refresh_file")])
    }

    /// The variables that the job reads its secrets from.
    var environment: [String: String] {
        Dictionary(uniqueKeysWithValues: values.map { ("SECRET_" + $0.key.uppercased(), $0.value) })
    }

    /// Writes the files that hold some of them.
    func write(to folder: TemporaryFolder) throws {
        for name in ["refresh_file", "assertion_file", "subject_file", "printed_token", "printed_json"] {
            try folder.write("files/" + name, values[name] ?? "")
        }
    }
}

extension TestKey {
    /// The last 32 bytes of a form of an Ed25519 key, as a JWK has them.
    fileprivate func jwkPart(_ form: String) async throws -> String {
        let result = try await Program.shell(
            "openssl pkey -in key.pem \(form) | tail -c 32 | base64 -w0 | tr '+/' '-_' | tr -d =",
            folder: folder.url)
        guard result.exitCode == 0 else { throw Failure(log: result.errors) }
        return result.output
    }
}
