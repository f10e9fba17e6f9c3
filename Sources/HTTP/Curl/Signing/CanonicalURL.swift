/// A URL in the one spelling that a signature of Amazon's covers, so that what is sent is what is signed.
struct CanonicalURL: Sendable, Hashable {
    /// The path as it is sent.
    let path: String
    /// The path as the signature has it.
    let signedPath: String
    /// The query, sorted and encoded anew; the same on the wire and in the signature.
    let query: String?
    private let base: String

    /// Works out the spelling.
    ///
    /// - Parameter isEncodedOnce: whether the signature has the path as it is sent, as for S3, or encoded once more, as
    ///   for all other services.
    init(_ url: HTTPURL, isEncodedOnce: Bool) {
        base = (url.parts.scheme ?? "") + "://" + (url.parts.authority ?? "")
        let path = URLParts.removingDots(url.parts.path.isEmpty ? "/" : url.parts.path)
        if isEncodedOnce {
            self.path = Self.encodingAnew(path, keepingSlashes: true)
            signedPath = self.path
        } else {
            // AWS takes several slashes for one.
            self.path = path.split(separator: "/").reduce("") { $0 + "/" + $1 } + (path.hasSuffix("/") ? "/" : "")
            signedPath = PercentEncoding.encode(self.path.utf8) { $0 == Self.slash || PercentEncoding.isUnreserved($0) }
        }
        query = url.parts.query.map(Self.canonical)
    }

    /// The URL as it is sent.
    var text: String { base + target }
    /// The URL with the path of the signature.
    var signedText: String { base + signedPath + suffix }
    /// Path and query as they are sent.
    var target: String { path + suffix }

    private var suffix: String { query.map { "?" + $0 } ?? "" }

    private static let slash = UInt8(ascii: "/")

    /// Sorted by encoded name, then by value, and with a `=` also where there is no value.
    private static func canonical(_ query: String) -> String {
        let pairs = query.split(separator: "&").map { pair -> (name: String, value: String) in
            let mark = pair.firstIndex(of: "=") ?? pair.endIndex
            // A plus is a blank in a query, which has to be %20 here.
            let name = pair[..<mark].replacing("+", with: "%20")
            let value = pair[mark...].dropFirst().replacing("+", with: "%20")
            return (encodingAnew(name), encodingAnew(value))
        }
        return pairs.sorted { ($0.name, $0.value) < ($1.name, $1.value) }.map { $0.name + "=" + $0.value }
            .joined(separator: "&")
    }

    /// Text whose unreserved characters are plain and all others percent-encoded in capitals; a percent sign that
    /// encodes nothing is encoded itself.
    private static func encodingAnew(_ text: some StringProtocol, keepingSlashes: Bool = false) -> String {
        let bytes = Array(text.utf8)
        var result = ""
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), let value = hexadecimal(bytes[(index + 1)...].prefix(2)) {
                result += PercentEncoding.encode([value], keeping: PercentEncoding.isUnreserved)
                index += 3
            } else {
                let byte = bytes[index]
                result += PercentEncoding.encode([byte]) {
                    PercentEncoding.isUnreserved($0) || keepingSlashes && $0 == slash
                }
                index += 1
            }
        }
        return result
    }

    /// The value of two hexadecimal digits; nil when they are not that.
    private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt8? {
        let text = String(decoding: digits, as: UTF8.self)
        return digits.count == 2 && text.allSatisfy(\.isHexDigit) ? UInt8(text, radix: 16) : nil
    }
}
