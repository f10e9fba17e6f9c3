import JobFile
import Secrets

extension SinkTemplate {
    /// Every secret that the sink holds: the URL of a database, and the password in it by itself.
    var secrets: [Secret] {
        guard case .postgres(let url, _) = target else { return [] }
        return [url] + Self.passwords(in: url.reveal()).map { Secret($0) }
    }

    /// The password of a URL, as it is written and decoded.
    private static func passwords(in url: String) -> [String] {
        guard let mark = url.firstRange(of: "://") else { return [] }
        let rest = url[mark.upperBound...]
        var found: [Substring] = []
        let authority = rest.prefix { !"/?#".contains($0) }
        if let at = authority.lastIndex(of: "@"), let colon = authority[..<at].firstIndex(of: ":") {
            found.append(authority[authority.index(after: colon)..<at])
        }
        if let query = rest.firstIndex(of: "?") {
            for field in rest[query...].dropFirst().split(separator: "&")
            where field.lowercased().hasPrefix("password=") {
                found.append(field.dropFirst("password=".count))
            }
        }
        return found.map(String.init).flatMap { [$0, decoded($0)] }.filter { !$0.isEmpty }
    }

    private static func decoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
