import HTTP

/// Changes the query of a URL.
enum QueryParameter {
    /// The URL with a parameter of this value, in place of those of the same name.
    static func set(_ name: String, to value: String, in url: String) -> String {
        let parts = url.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let fragment = parts.count > 1 ? "#\(parts[1])" : ""
        let address = parts[0].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let encodedName = PercentEncoding.encode(name)
        var fields = address.count > 1 ? address[1].split(separator: "&").map(String.init) : []
        fields.removeAll { $0 == encodedName || $0.hasPrefix("\(encodedName)=") }
        fields.append("\(encodedName)=\(PercentEncoding.encode(value))")
        return "\(address[0])?\(fields.joined(separator: "&"))\(fragment)"
    }
}
