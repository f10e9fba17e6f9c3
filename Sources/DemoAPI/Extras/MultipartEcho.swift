import Foundation

/// Takes a multipart body apart, for echoing (RFC 7578).
///
/// No more than a client's test needs.
struct MultipartEcho {
    let contentType: String
    let body: [UInt8]

    /// The parts, each with `headers` and `body`; null for a body without a boundary.
    var json: JSONText {
        guard let found = contentType.range(ofText: "boundary=") else { return .null }
        let boundary = contentType[found...].split(separator: ";").first.map { $0.filter { $0 != "\"" } } ?? ""
        let pieces = String(decoding: body, as: UTF8.self).components(separatedBy: "--" + boundary)
        let parts = pieces.dropFirst().filter { !$0.hasPrefix("--") }.map { piece in
            let halves = piece.components(separatedBy: "\r\n\r\n")
            let headers = (halves.first ?? "").components(separatedBy: "\r\n").filter { !$0.isEmpty }
            let text = halves.dropFirst().joined(separator: "\r\n\r\n")
            return JSONText.object([
                ("headers", .array(headers.map { .string($0) })),
                ("body", .string(text.hasSuffix("\r\n") ? String(text.unicodeScalars.dropLast(2)) : text)),
            ])
        }
        return .array(parts)
    }
}

extension String {
    /// The index after the first occurrence of `text`.
    fileprivate func range(ofText text: String) -> Index? {
        range(of: text)?.upperBound
    }
}
