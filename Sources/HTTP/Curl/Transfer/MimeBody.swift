import CCurl

/// A `multipart/form-data` body made of libcurl's own parts, whose files libcurl streams.
enum MimeBody {
    /// Nil when a file cannot be read.
    static func make(_ parts: [MultipartPart], for handle: UnsafeMutableRawPointer) -> OpaquePointer? {
        guard let mime = curl_mime_init(handle) else { return nil }
        for part in parts where !add(part, to: mime) {
            curl_mime_free(mime)
            return nil
        }
        return mime
    }

    private static func add(_ part: MultipartPart, to mime: OpaquePointer) -> Bool {
        guard let target = curl_mime_addpart(mime) else { return false }
        var codes = [curl_mime_name(target, part.name)]
        switch part.content {
        case .bytes(let bytes):
            codes.append(
                bytes.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer {
                    curl_mime_data(target, $0.baseAddress, $0.count)
                })
        case .file(let path):
            codes.append(curl_mime_filedata(target, path))
        }
        if let fileName = part.fileName { codes.append(curl_mime_filename(target, fileName)) }
        if let contentType = part.contentType { codes.append(curl_mime_type(target, contentType)) }
        return codes.allSatisfy { $0 == CURLE_OK }
    }
}
