internal import SwiftASN1

/// A node of DER, to be asked what it is.
struct DERField {
    let node: ASN1Node

    init(_ node: ASN1Node) {
        self.node = node
    }

    /// The one node that the bytes are; nil for anything else.
    init?(parsing bytes: some Collection<UInt8>) {
        guard let node = try? DER.parse(Array(bytes)) else { return nil }
        self.node = node
    }

    /// Whether it has this tag.
    func isTagged(_ identifier: ASN1Identifier) -> Bool { node.identifier == identifier }

    /// What is inside of a SEQUENCE, a SET or an explicit tag; nil for a primitive node.
    var fields: [DERField]? {
        guard case .constructed(let nodes) = node.content else { return nil }
        return nodes.map(DERField.init)
    }

    /// What is inside of a SEQUENCE.
    var sequence: [DERField]? { isTagged(.sequence) ? fields : nil }

    var objectIdentifier: ASN1ObjectIdentifier? { try? ASN1ObjectIdentifier(derEncoded: node) }

    var octets: ArraySlice<UInt8>? { (try? ASN1OctetString(derEncoded: node))?.bytes }

    /// The bytes of a BIT STRING that is made of whole ones.
    var bits: ArraySlice<UInt8>? {
        guard let bits = try? ASN1BitString(derEncoded: node), bits.paddingBits == 0 else { return nil }
        return bits.bytes
    }

    /// The digits of a whole number that is not negative, without zeros in front.
    var number: ArraySlice<UInt8>? {
        guard let bytes = try? ArraySlice<UInt8>(derEncoded: node) else { return nil }
        return bytes.drop { $0 == 0 }
    }

    /// What is inside of the explicit tag of this number.
    func tagged(_ number: UInt) -> DERField? {
        isTagged(ASN1Identifier(tagWithNumber: number, tagClass: .contextSpecific)) ? fields?.first : nil
    }
}
