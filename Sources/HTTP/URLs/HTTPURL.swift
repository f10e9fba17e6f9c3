/// An absolute URL that can be called: `http` or `https`, without user and password.
public struct HTTPURL: Sendable, Hashable {
    /// The URL; characters beyond ASCII are percent-encoded.
    public let text: String
    /// Scheme, host and port.
    public let origin: Origin
    let parts: URLParts

    /// `http` or `https`.
    public var scheme: String { origin.scheme }
    /// The host in lower case; an IPv6 address with its brackets.
    public var host: String { origin.host }
    /// The port, also when it is the scheme's own.
    public var port: Int { origin.port }
    /// Whether the host is this machine.
    public var isLoopback: Bool { origin.isLoopback }

    /// Reads a URL; nil for one that cannot be called.
    public init?(_ text: String) {
        do throws(URLProblem) {
            try self.init(checking: text)
        } catch {
            return nil
        }
    }

    /// Why a URL cannot be called; nil when it can.
    public static func problem(of text: String) -> String? {
        do throws(URLProblem) {
            _ = try HTTPURL(checking: text)
            return nil
        } catch {
            return error.message
        }
    }

    /// The URL that a reference leads to from here; nil when that cannot be called (RFC 3986, section 5).
    ///
    /// References come from servers, which do not always encode: blanks and the like are encoded here.
    public func resolving(_ reference: String) -> HTTPURL? {
        guard !reference.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return nil }
        let reference = PercentEncoding.encode(reference.utf8) { !URLProblem.isForbidden($0) && $0 < 0x80 }
        return HTTPURL(parts.resolving(URLParts(reference)).text)
    }

    private init(checking text: String) throws(URLProblem) {
        guard !text.isEmpty else { throw .empty }
        if let byte = text.utf8.first(where: URLProblem.isForbidden) { throw .forbidden(byte) }
        let parts = URLParts(PercentEncoding.encode(text.utf8) { $0 < 0x80 })
        guard let scheme = parts.scheme?.lowercased() else { throw .relative }
        guard scheme == "http" || scheme == "https" else { throw .scheme(scheme) }
        guard let authority = parts.authority else { throw .noHost }
        self.parts = parts
        self.text = parts.text
        origin = try Self.origin(scheme, authority)
    }

    private static func origin(_ scheme: String, _ authority: String) throws(URLProblem) -> Origin {
        guard !authority.contains("@") else { throw .userInfo }
        let end: String.Index
        if authority.hasPrefix("[") {
            guard let bracket = authority.firstIndex(of: "]") else { throw .badHost }
            end = authority.index(after: bracket)
            let address = authority[..<end].dropFirst().dropLast()
            guard address.contains(":"), address.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }) else {
                throw .badHost
            }
        } else {
            end = authority.firstIndex(of: ":") ?? authority.endIndex
        }
        let host = authority[..<end].lowercased()
        guard !host.isEmpty else { throw .noHost }
        guard host.hasPrefix("[") || host.utf8.allSatisfy(isHostByte) else { throw .badHost }
        return Origin(scheme: scheme, host: host, port: try port(authority[end...], scheme))
    }

    private static func port(_ text: Substring, _ scheme: String) throws(URLProblem) -> Int {
        let digits = text.dropFirst()
        guard text.isEmpty || text.hasPrefix(":") else { throw .badHost }
        if digits.isEmpty { return scheme == "https" ? 443 : 80 }
        guard digits.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }), let port = Int(digits),
            1...65535 ~= port
        else { throw .badPort }
        return port
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
