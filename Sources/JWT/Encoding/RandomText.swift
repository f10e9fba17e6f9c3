/// Text that nobody can guess: `jti`, `state`, boundaries and the like.
public enum RandomText {
    /// The base64url form of random bytes, 16 (128 bits, 22 characters) unless told otherwise.
    public static func make(bytes count: Int = 16) -> String {
        var generator = SystemRandomNumberGenerator()
        return Base64URL.encode((0..<max(0, count)).map { _ in generator.next() as UInt8 })
    }
}
