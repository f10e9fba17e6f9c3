import Synchronization

/// Masks every secret it knows, in each of the forms that a secret takes on its way.
///
/// Raw values count from 4 bytes, other forms from 8: shorter ones would mask ordinary text. A hash or a cipher of a
/// secret cannot be recognised. Redact before a text is cut short, or half a secret is left over.
public final class Redactor: Sendable {
    /// What stands in place of a secret.
    public static let mask = "***"

    private struct State {
        var known: Set<Secret> = []
        var waiting: [Secret] = []
        var needles = NeedleIndex()
    }

    private let state = Mutex(State())

    /// A redactor that knows no secret yet.
    public init() {}

    /// Masks this secret from now on; one that is known costs nothing.
    public func register(_ secret: Secret) {
        state.withLock { state in
            guard state.known.insert(secret).inserted else { return }
            // Its forms are worked out when something is printed, which a quiet run never does.
            state.waiting.append(secret)
        }
    }

    /// The text with every secret masked.
    public func redact(_ text: String) -> String {
        guard let masked = mask(Array(text.utf8)) else { return text }
        return String(decoding: masked, as: UTF8.self)
    }

    /// The bytes with every secret masked.
    public func redact(_ bytes: [UInt8]) -> [UInt8] {
        mask(bytes) ?? bytes
    }

    /// Nil when there was nothing to mask.
    private func mask(_ bytes: [UInt8]) -> [UInt8]? {
        state.withLock { state in
            for secret in state.waiting {
                for form in SecretForms.all(of: secret) { state.needles.insert(form) }
            }
            state.waiting = []
            return state.needles.replaceAll(in: bytes, with: Array(Redactor.mask.utf8))
        }
    }
}
