internal import JSON

/// The members of a JWK.
struct JWKMembers {
    private let value: JSONValue

    init(_ value: JSONValue) {
        self.value = value
    }

    func has(_ name: String) -> Bool { value[name] != nil }

    func text(_ name: String) -> String? { value[name]?.string }

    /// The bytes of a member in base64url.
    func bytes(_ name: String) throws(KeyError) -> [UInt8] {
        guard let member = value[name] else { throw missing([name]) }
        guard let text = member.string, let bytes = Base64URL.decode(text), !bytes.isEmpty else {
            throw KeyError("`\(name)` of the JWK is not base64url", hint: "copy the whole JWK again")
        }
        return bytes
    }

    /// The private number; without it the key is a public one.
    func privateBytes() throws(KeyError) -> [UInt8] {
        guard has("d") else {
            throw KeyError("this is a public JWK, which cannot sign: it has no `d`", hint: "give the private one")
        }
        return try bytes("d")
    }

    func missing(_ names: [String]) -> KeyError {
        let list = names.map { "`\($0)`" }.joined(separator: ", ")
        return KeyError("the JWK has no \(list)", hint: "give the whole private JWK")
    }

    static let inconsistent = KeyError(
        "the numbers of the JWK do not belong together", hint: "copy the whole JWK again")
}
