extension ScalarForm {
    static let awsName = ScalarForm(
        .text, "a name such as eu-central-1", plural: "names", pattern: "^[a-z0-9][a-z0-9-]*$")
}

extension ScalarReader where Value == String {
    /// A region or a service of AWS, as it stands in a signature.
    static let awsName = ScalarReader(.awsName, code: .badName) { text throws(ValueProblem) in
        guard let first = text.utf8.first, first != UInt8(ascii: "-"), text.utf8.count <= 64,
            text.utf8.allSatisfy(isAWSNameByte)
        else {
            throw ValueProblem(
                "'\(text.excerpt)' is not the name of a region or a service",
                hint: "lower-case letters, digits and -, such as eu-central-1 or execute-api")
        }
        return text
    }

    private static func isAWSNameByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "-")
    }
}
