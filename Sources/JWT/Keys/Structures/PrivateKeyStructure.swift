internal import SwiftASN1

/// The DER of a private key; which of the three structures it is shows in the second field, whatever the PEM says.
enum PrivateKeyStructure {
    static func read(_ der: [UInt8]) throws(KeyError) -> KeyMaterial {
        guard let fields = DERField(parsing: der)?.sequence, fields.count >= 2 else { throw damaged }
        if fields[1].isTagged(.sequence) { return try PKCS8Structure.read(fields) }
        if fields[1].isTagged(.octetString) { return try SEC1Structure.read(fields, curve: nil) }
        return try RSAStructure.read(der, isForPSSOnly: false)
    }

    static let damaged = KeyError(
        "the content of the private key is damaged",
        hint: "copy the whole text again, from the BEGIN line to the END line; `openssl pkey -check` examines a file")
}
