/// The part of a URL that goes on behind a beginning of it.
enum URLPosition: Hashable {
    case host, port, path, query, fragment

    /// - Parameter beginning: some of the URL.
    init(after beginning: String) {
        let bytes = Array(beginning.utf8)
        if bytes.contains(UInt8(ascii: "#")) {
            self = .fragment
        } else if bytes.contains(UInt8(ascii: "?")) {
            self = .query
        } else if let authority = Self.openAuthority(bytes) {
            self = Self.hasPort(authority) ? .port : .host
        } else {
            self = .path
        }
    }

    /// What follows the `//` when nothing has ended it yet.
    private static func openAuthority(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
        let slash = UInt8(ascii: "/")
        guard let first = bytes.firstIndex(of: slash), first + 1 < bytes.count, bytes[first + 1] == slash,
            first == 0 || bytes[first - 1] == UInt8(ascii: ":")
        else { return nil }
        let authority = bytes[(first + 2)...]
        return authority.contains(slash) ? nil : authority
    }

    private static func hasPort(_ authority: ArraySlice<UInt8>) -> Bool {
        // The colons of an IPv6 address stand in brackets.
        let host = authority.lastIndex(of: UInt8(ascii: "]")).map { authority[$0...] } ?? authority
        return host.contains(UInt8(ascii: ":")) && !(authority.first == UInt8(ascii: "[") && host == authority)
    }
}
