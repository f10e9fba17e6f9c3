import Diagnostics
import HTTP
import JSON
import JWT
import JobFile
import Secrets

/// Proves that whoever sends a token has the key that it is bound to, RFC 9449.
///
/// Each request and each retry gets a proof of its own.
struct DPoPProver: Sendable {
    /// The name of the header, and the scheme of a token that is bound.
    static let name = "DPoP"

    private let key: PrivateKey
    private let signer: Result<JWTSigner, KeyError>
    private let nonces: DPoPNonces
    private let clocks: ServerClocks
    private let clock: any HTTPClock
    private let failures: DPoPFailures

    /// Takes the job's key, or makes one that lives as long as the run.
    init(
        _ settings: DPoPSettings, of source: TokenSourceConfiguration, shared: SharedServers, context: SourceContext
    ) {
        let key = settings.key?.value ?? PrivateKey.generateES256()
        self.key = key
        do throws(KeyError) {
            signer = .success(try JWTSigner(key: key, algorithm: settings.algorithm))
        } catch {
            signer = .failure(error)
        }
        nonces = shared.nonces
        clocks = shared.clocks
        clock = context.clock
        failures = DPoPFailures(source: source, key: settings.key?.span)
    }

    /// The key's RFC 7638 thumbprint, which tokens are bound to.
    var thumbprint: String { key.thumbprint }

    /// With which algorithm proofs are signed; nil when the key and the algorithm do not fit.
    var algorithm: SigningAlgorithm? { (try? signer.get())?.algorithm }

    /// Adds a fresh proof to a request, whose method and URL must not change any more.
    ///
    /// - Parameter token: the token that goes along; nil for a token request.
    /// - Throws: when no proof can be signed.
    func addProof(to request: inout HTTPRequest, token: Secret?) throws(TokenFailure) {
        guard let target = ProofTarget.htu(of: request.url), let origin = Origin(request.url) else { return }
        var claims = [
            ("jti", JSONValue.string(RandomText.make())), ("htm", .string(request.method)), ("htu", .string(target)),
            ("iat", .number(JSONNumber(Int(clock.wallClock() + clocks.offset(of: origin))))),
        ]
        if let token { claims.append(("ath", .string(Base64URL.encode(SHA256Digest.of(token.reveal().utf8))))) }
        if let nonce = nonces.nonce(for: origin) { claims.append(("nonce", .string(nonce))) }
        let header = [("typ", JSONValue.string("dpop+jwt")), ("jwk", key.publicJWK)]
        do throws(KeyError) {
            let proof = try signer.get()
                .sign(header: header.map(JSONMember.init), claims: .object(claims.map(JSONMember.init)))
            request.headers.set(HTTPHeader(Self.name, SensitiveText(proof)))
        } catch {
            throw failures.notSigned(error)
        }
    }

    /// Keeps the nonce that an answer to a request with a proof brings, whatever its status.
    func observe(_ response: HTTPResponse, to request: HTTPRequest) {
        guard request.headers.contains(Self.name), let origin = Origin(request.url) else { return }
        nonces.observe(response, from: origin)
    }

    /// Whether an answer refuses a proof only for want of the nonce that it brings along.
    func isNonceWanted(by response: HTTPResponse) -> Bool {
        NonceDemand.isMade(by: response)
    }
}
