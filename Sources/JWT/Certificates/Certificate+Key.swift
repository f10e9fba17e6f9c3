internal import Crypto
internal import CryptoExtras

extension Certificate {
    /// Whether it is a certificate of this key: its public key is the other half.
    ///
    /// Only the keys themselves are compared: the same RSA key may be named as one for any padding or for PSS, and a
    /// point of a curve may be written in a shorter form (SEC 1, 2.3.3).
    public func belongs(to key: PrivateKey) -> Bool {
        switch key.material {
        case .rsa(let key, _): keyBytes == Array(key.publicKey.pkcs1DERRepresentation)
        case .p256(let key): hasPoint(Array(key.publicKey.x963Representation))
        case .p384(let key): hasPoint(Array(key.publicKey.x963Representation))
        case .p521(let key): hasPoint(Array(key.publicKey.x963Representation))
        case .ed25519(let key): keyBytes == Array(key.publicKey.rawRepresentation)
        }
    }

    /// Whether its key is this point, which begins with 4 and has both coordinates.
    private func hasPoint(_ point: [UInt8]) -> Bool {
        guard keyBytes != point else { return true }
        let isOdd = point.last.map { $0 & 1 } ?? 0
        return keyBytes == [2 + isOdd] + point.dropFirst().prefix(point.count / 2)
    }
}
