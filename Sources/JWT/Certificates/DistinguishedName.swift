internal import SwiftASN1

/// A name in a certificate as text, RFC 4514: the last part first, as people read it.
enum DistinguishedName {
    /// The text; nil when the node is no name.
    static func text(_ field: DERField) -> String? {
        guard let parts = field.sequence else { return nil }
        var texts: [String] = []
        for part in parts {
            guard part.isTagged(.set), let attributes = part.fields else { return nil }
            var pairs: [String] = []
            for attribute in attributes {
                guard let pair = attribute.sequence, pair.count == 2, let kind = pair[0].objectIdentifier else {
                    return nil
                }
                pairs.append("\(names[kind] ?? "\(kind)")=\(escaped(DirectoryText.text(pair[1])))")
            }
            texts.append(pairs.joined(separator: "+"))
        }
        return texts.reversed().joined(separator: ", ")
    }

    private static let names: [ASN1ObjectIdentifier: String] = [
        .NameAttributes.commonName: "CN",
        .NameAttributes.organizationName: "O",
        .NameAttributes.organizationalUnitName: "OU",
        .NameAttributes.countryName: "C",
        .NameAttributes.stateOrProvinceName: "ST",
        .NameAttributes.localityName: "L",
        .NameAttributes.serialNumber: "serialNumber",
        .NameAttributes.domainComponent: "DC",
        .NameAttributes.emailAddress: "emailAddress",
        [0, 9, 2342, 19_200_300, 100, 1, 1]: "UID",
        [2, 5, 4, 9]: "STREET",
        [2, 5, 4, 97]: "organizationIdentifier",
    ]

    /// The text with what RFC 4514 section 2.4 escapes; control characters too, which a terminal would act on.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for (place, scalar) in text.unicodeScalars.enumerated() {
            let isEdge = place == 0 || place == text.unicodeScalars.count - 1
            if ",+\"\\<>;".unicodeScalars.contains(scalar) || (scalar == " " && isEdge) || (scalar == "#" && place == 0)
            {
                result += "\\"
                result.unicodeScalars.append(scalar)
            } else if [.control, .format, .lineSeparator, .paragraphSeparator].contains(
                scalar.properties.generalCategory)
            {
                for byte in String(Character(scalar)).utf8 { result += "\\" + hex(byte) }
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func hex(_ byte: UInt8) -> String {
        (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
}
