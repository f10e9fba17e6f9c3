/// Says what a text is that holds no private key to be read.
enum WrongKeyText {
    static func error(_ text: String, blocks: [PEMBlock]) -> KeyError {
        // A private key that cannot be read says more than the certificate beside it.
        let keys = blocks.filter { $0.label.hasSuffix("PRIVATE KEY") }
        for block in keys + blocks {
            if let error = errors[block.label] { return error }
        }
        if !blocks.isEmpty {
            return KeyError("the PEM text holds no private key", hint: formats)
        }
        return plain(text.drop { $0.isWhitespace })
    }

    static let encrypted = KeyError(
        "the private key is encrypted with a passphrase",
        hint: "`openssl pkey -in KEY.pem -out PLAIN.pem` writes it without one")

    static let cutOff = KeyError(
        "the private key has a BEGIN line but no END line that fits",
        hint: "give the whole text; a text of several lines needs `|` in YAML and quotes in a shell")

    private static let formats =
        "a private key is PEM (-----BEGIN PRIVATE KEY-----, also RSA PRIVATE KEY and EC PRIVATE KEY) or a JWK with `d`"

    private static let errors: [String: KeyError] = [
        "ENCRYPTED PRIVATE KEY": encrypted,
        "OPENSSH PRIVATE KEY": openSSH,
        "DSA PRIVATE KEY": KeyError(
            "a DSA key signs no tokens", hint: "RSA, EC (\(EllipticCurve.list)) and Ed25519 keys do"),
        "PUBLIC KEY": publicKey,
        "RSA PUBLIC KEY": publicKey,
        "CERTIFICATE": certificate,
        "X509 CERTIFICATE": certificate,
        "TRUSTED CERTIFICATE": certificate,
        "CERTIFICATE REQUEST": KeyError(
            "this is a request for a certificate, not the private key", hint: "give the key that it was made with"),
    ]

    private static let publicKey = KeyError(
        "this is a public key, which cannot sign", hint: "give the private key that belongs to it")

    private static let certificate = KeyError(
        "this is a certificate, not its private key", hint: "give the private key; the certificate has its own setting")

    private static let openSSH = KeyError(
        "this is a private key in OpenSSH's own format",
        hint: "`ssh-keygen -p -m PKCS8 -f COPY` rewrites a copy of an RSA or ECDSA key as PEM")

    /// What a text without any PEM is, from how it begins.
    private static func plain(_ text: Substring) -> KeyError {
        if text.isEmpty { return KeyError("the text of the private key is empty", hint: formats) }
        if text.hasPrefix("-----BEGIN") { return cutOff }
        if ["ssh-", "ecdsa-sha2-", "sk-ssh-", "sk-ecdsa-", "---- BEGIN SSH2 PUBLIC KEY"].contains(where: text.hasPrefix)
        {
            return publicKey
        }
        if text.hasPrefix("PuTTY-User-Key-File") {
            return KeyError(
                "this is a private key in PuTTY's own format",
                hint: "`puttygen KEY.ppk -O private-openssh -o KEY` and `ssh-keygen -p -m PKCS8 -f KEY` make PEM of it")
        }
        if text.hasPrefix("LS0tLS1CRUdJTi") {
            return KeyError("this is PEM that was encoded with base64 once more", hint: "decode it first: `base64 -d`")
        }
        if text.hasPrefix("MI") {
            return KeyError(
                "this is base64 without the lines of PEM around it",
                hint: "put -----BEGIN PRIVATE KEY----- before it and -----END PRIVATE KEY----- after it")
        }
        if isPath(text) {
            return KeyError("this looks like the path of a file", hint: "give the text of the file, not its path")
        }
        return KeyError("this is no private key", hint: formats)
    }

    private static func isPath(_ text: Substring) -> Bool {
        guard text.utf8.count < 4096, !text.contains(where: \.isNewline) else { return false }
        return ["/", "./", "../", "~/"].contains(where: text.hasPrefix)
            || [".pem", ".key", ".p8", ".json", ".jwk", ".pfx", ".p12"].contains(where: text.hasSuffix)
    }
}
