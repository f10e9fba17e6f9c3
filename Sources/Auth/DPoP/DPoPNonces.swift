import HTTP
import Synchronization

/// The nonces that servers want to see in proofs, the latest for each origin (RFC 9449, 8 and 9).
final class DPoPNonces: Sendable {
    /// More servers than that a run does not have.
    private static let limit = 1000
    /// A longer text is no nonce.
    private static let longest = 4096

    private let nonces = Mutex<[Origin: String]>([:])

    /// The latest nonce of an origin.
    func nonce(for origin: Origin) -> String? {
        nonces.withLock { $0[origin] }
    }

    /// Keeps the nonce of an answer, if it has one.
    func observe(_ response: HTTPResponse, from origin: Origin) {
        guard let nonce = Self.nonce(of: response) else { return }
        nonces.withLock { nonces in
            if nonces.count >= Self.limit, nonces[origin] == nil { return }
            nonces[origin] = nonce
        }
    }

    /// The nonce of an answer; RFC 9449, 8.1: printable ASCII without `"` and `\`.
    static func nonce(of response: HTTPResponse) -> String? {
        guard let nonce = response.headers.first("DPoP-Nonce"), 1...longest ~= nonce.utf8.count,
            nonce.utf8.allSatisfy({ 0x21...0x7E ~= $0 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") })
        else { return nil }
        return nonce
    }
}
