import Foundation
import HTTPTypes
import Hummingbird

/// Finds out which client is asking for a token (RFC 6749 2.3).
struct ClientAuthentication {
    let request: Request
    let form: Query

    /// The client, or the refusal that RFC 6749 5.2 asks for.
    func client() throws(TokenError) -> OAuthClient {
        let header = request.headers[.authorization]
        let hasBody = form["client_secret"] != nil
        if let header, header.lowercased().hasPrefix("basic ") {
            guard !hasBody else {
                throw TokenError(.badRequest, "invalid_request", "more than one client authentication method")
            }
            return try byBasic(String(header.dropFirst(6)))
        }
        guard let id = form["client_id"] else {
            throw TokenError(.unauthorized, "invalid_client", "no client credentials")
        }
        guard let client = OAuthClient.all.first(where: { $0.id == id }) else {
            throw TokenError(.unauthorized, "invalid_client", "unknown client")
        }
        switch client.authentication {
        case .none:
            guard !hasBody else { throw TokenError(.unauthorized, "invalid_client", "this client has no secret") }
        case .any, .post:
            guard form["client_secret"] == client.secret else {
                throw TokenError(.unauthorized, "invalid_client", "wrong client secret")
            }
        case .basic, .basicForm, .basicRaw:
            throw TokenError(.unauthorized, "invalid_client", "this client must authenticate with HTTP Basic")
        }
        return client
    }

    private func byBasic(_ encoded: String) throws(TokenError) -> OAuthClient {
        guard let data = Data(base64Encoded: encoded) else {
            throw refusal("malformed Basic credentials")
        }
        let pair = String(decoding: data, as: UTF8.self)
        for client in OAuthClient.all {
            let isForm = pair == Self.formEncoded(client.id) + ":" + Self.formEncoded(client.secret)
            let isRaw = pair == client.id + ":" + client.secret
            switch client.authentication {
            case .any, .basicForm: if isForm { return client }
            case .basicRaw: if isRaw { return client }
            case .basic: if isForm || isRaw { return client }
            case .post where isForm || isRaw: throw refusal("this client must send its secret in the body")
            case .post, .none: continue
            }
        }
        throw refusal("wrong client secret")
    }

    private func refusal(_ description: String) -> TokenError {
        TokenError(
            .unauthorized, "invalid_client", description,
            headers: HTTPFields(named: ["WWW-Authenticate": "Basic realm=\"demo\""]))
    }

    /// `application/x-www-form-urlencoded`, as RFC 6749 appendix B defines it.
    private static func formEncoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: " "): result += "+"
            default:
                let hex = String(byte, radix: 16, uppercase: true)
                result += "%" + (hex.count == 1 ? "0" : "") + hex
            }
        }
        return result
    }
}
