import HTTPTypes

extension OAuthClient {
    /// Reads the body of `POST /admin/clients`.
    ///
    /// Throws: a ``DemoError`` that names the member at fault.
    init(json: JSONText) throws {
        guard let id = json["id"]?.string, !id.isEmpty else { throw Self.wrong("id", "must be a text") }
        self.init(id: id, secret: json["secret"]?.string ?? "")
        for (name, value) in json.members ?? [] {
            if case .null = value { continue }
            switch name {
            case "id", "secret": break
            case "authentication": authentication = try Self.word(name, value)
            case "dpop": dpop = try Self.word(name, value)
            case "error_style": errorStyle = try Self.word(name, value)
            case "jwks":
                for jwk in value["keys"]?.array ?? value.array ?? [] {
                    guard let key = try? PublicKey(jwk: jwk) else { throw Self.wrong(name, "holds no public JWK") }
                    keys.append(key)
                }
            case "pem":
                for block in PEM.blocks(value.string ?? "") {
                    guard let key = try? PublicKey(pem: block) else { throw Self.wrong(name, "holds no public key") }
                    keys.append(key)
                }
            case "assertion_audience": assertionAudience = value.string ?? assertionAudience
            case "audience": audience = value.string
            case "grants": grants = Set(value.strings.map(GrantType.fullName))
            case "scopes": scopes = value.strings
            case "lifetime": lifetime = try Self.int(name, value)
            case "lockout_after": lockoutAfter = try Self.int(name, value)
            case "retry_after": retryAfter = try Self.int(name, value)
            case "jwt": usesJWT = try Self.bool(name, value)
            case "dpop_nonce": needsNonce = try Self.bool(name, value)
            case "rotates": rotates = try Self.bool(name, value)
            default: throw Self.wrong(name, "is not known")
            }
        }
    }

    private static func wrong(_ name: String, _ problem: String) -> DemoError {
        DemoError(.badRequest, "invalid_client_metadata", "'\(name)' \(problem)")
    }

    private static func word<Word: RawRepresentable<String>>(_ name: String, _ value: JSONText) throws -> Word {
        guard let word = value.string.flatMap(Word.init(rawValue:)) else {
            throw wrong(name, "has no value \(value.text)")
        }
        return word
    }

    private static func int(_ name: String, _ value: JSONText) throws -> Int {
        guard let number = value.int, number >= 0 else { throw wrong(name, "must be a whole number") }
        return number
    }

    private static func bool(_ name: String, _ value: JSONText) throws -> Bool {
        guard let flag = value.bool else { throw wrong(name, "must be true or false") }
        return flag
    }
}
