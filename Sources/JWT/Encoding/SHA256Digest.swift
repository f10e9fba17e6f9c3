internal import Crypto

/// The SHA-256 hash, FIPS 180-4.
public enum SHA256Digest {
    /// The 32 bytes of a hash.
    public static func of(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        Array(SHA256.hash(data: Array(bytes)))
    }
}
