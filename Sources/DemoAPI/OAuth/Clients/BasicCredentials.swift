import Foundation
import HTTPTypes
import Hummingbird

/// What an `Authorization: Basic` field holds, in both readings.
struct BasicCredentials {
    /// The id and secret as they are.
    let raw: (id: String, secret: String)
    /// Both form-decoded (RFC 6749 2.3.1).
    let form: (id: String, secret: String)

    /// Reads a request's field; nil when it has none, or one of another scheme, or a damaged one.
    init?(_ request: Request) {
        guard let header = request.headers[.authorization], header.lowercased().hasPrefix("basic "),
            let data = Data(base64Encoded: String(header.dropFirst(6)))
        else { return nil }
        let pair = String(decoding: data, as: UTF8.self)
            .split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard pair.count == 2 else { return nil }
        raw = (pair[0], pair[1])
        form = (Query.decoded(pair[0]), Query.decoded(pair[1]))
    }
}
