import JSON

/// A form-encoded answer, which some servers give whatever the request accepts.
enum FormBody {
    /// The object that a form stands for; nil for a body that is no form, or not one of a token endpoint.
    static func object(_ body: [UInt8]) -> JSONValue? {
        var members: [JSONMember] = []
        for field in body.split(separator: UInt8(ascii: "&")) {
            let parts = field.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let name = decode(parts[0]), let value = decode(parts[1]) else { return nil }
            members.append(JSONMember(name: name, value: .string(value)))
        }
        let isAnswer = members.contains { $0.name == "error" || $0.name == "access_token" }
        return isAnswer ? .object(members) : nil
    }

    private static func decode(_ bytes: ArraySlice<UInt8>) -> String? {
        var result: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): result.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
                else { return nil }
                rest.removeFirst(2)
                result.append(value)
            default: result.append(byte)
            }
        }
        return String(validating: result, as: UTF8.self)
    }
}
