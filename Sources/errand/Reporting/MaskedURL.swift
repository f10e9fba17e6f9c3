import HTTP
import Secrets

/// A request's URL with the values of its secret parameters masked.
enum MaskedURL {
    static func text(of request: HTTPRequest) -> String {
        guard !request.secretQueryNames.isEmpty, let mark = request.url.firstIndex(of: "?") else { return request.url }
        let secretNames = Set(request.secretQueryNames.map(PercentEncoding.encode))
        let start = request.url.index(after: mark)
        let pairs = request.url[start...].split(separator: "&", omittingEmptySubsequences: false).map { pair in
            guard let separator = pair.firstIndex(of: "="), secretNames.contains(String(pair[..<separator])) else {
                return String(pair)
            }
            return String(pair[...separator]) + Redactor.mask
        }
        return String(request.url[..<start]) + pairs.joined(separator: "&")
    }
}
