/// The nonces that proofs have to bring (RFC 9449 8, 9), renewed after so many uses.
struct NonceKeeper {
    /// After how many uses the next one comes.
    var uses = 10
    /// Whether the one before is still taken.
    var hasGrace = true

    private var number = 1
    private var used = 0
    private var voidBelow = 1

    /// The nonce of now.
    var current: String { Self.text(number) }

    /// Uses a nonce; false for one that is not good, or no longer.
    mutating func use(_ nonce: String?) -> Bool {
        let oldest = max(hasGrace ? number - 1 : number, voidBelow)
        guard let nonce, (oldest...number).contains(where: { Self.text($0) == nonce }) else { return false }
        used += 1
        if used >= uses {
            (number, used) = (number + 1, 0)
        }
        return true
    }

    /// Makes all that were given out void.
    mutating func expire() {
        number += 1
        (voidBelow, used) = (number, 0)
    }

    private static func text(_ number: Int) -> String {
        "nonce-\(number)." + String(UInt64(truncatingIfNeeded: number) &* 0x9e37_79b9_7f4a_7c15, radix: 36)
    }
}
