import Diagnostics
import JWT
import JobFile

extension RefusalAdvice {
    /// A server that does not take the DPoP proof.
    static func proof(_ error: ServerError, _ sent: SentRequest) -> RefusalAdvice {
        if error.code == NonceDemand.code {
            let hint =
                sent.proofAlgorithm == nil
                ? "the server wants tokens to be bound to a key: dpop: true"
                : "the server asked for another nonce (DPoP-Nonce) after it had got one, or sent none; several servers "
                    + "behind one name that do not share theirs do so"
            return RefusalAdvice(.source, "this token source", [hint])
        }
        guard let algorithm = sent.proofAlgorithm else {
            return RefusalAdvice(
                .source, "this token source", ["the server wants tokens to be bound to a key: dpop: true"])
        }
        var hints = ["the proof was signed with \(algorithm.rawValue)"]
        let known = sent.server.metadata?.proofAlgorithms ?? []
        if !known.isEmpty { hints.append("the server's metadata lists: \(known.joined(separator: ", "))") }
        if algorithm != .es256 {
            hints.append("most servers take ES256: leave dpop_key out, or give an EC key (P-256)")
        }
        hints.append(
            "the proof names the URL \(ProofTarget.htu(of: sent.server.tokenURL) ?? sent.server.tokenURL): a proxy that "
                + "changes host, port or path makes it wrong")
        return RefusalAdvice(.source, "this token source", hints)
    }
}
