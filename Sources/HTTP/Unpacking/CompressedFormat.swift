/// The compressed formats that a body is recognised as by its content, for servers that do not say so.
///
/// What a server labels with `Content-Encoding` is unpacked by libcurl.
enum CompressedFormat {
    /// RFC 1952.
    case gzip
    /// RFC 8878.
    case zstd

    /// The format whose signature the bytes begin with; nil for anything else.
    init?(signatureOf bytes: [UInt8]) {
        if bytes.starts(with: [0x1F, 0x8B, 0x08]) {
            self = .gzip
        } else if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
            self = .zstd
        } else {
            return nil
        }
    }

    /// The bytes unpacked; of several files in a row all.
    ///
    /// - Throws: when they are broken, end early, or are longer than the limit unpacked.
    func unpack(_ bytes: [UInt8], limit: Int) throws(UnpackingFailure) -> [UInt8] {
        switch self {
        case .gzip: try GzipUnpacker.unpack(bytes, limit: limit)
        case .zstd: try ZstdUnpacker.unpack(bytes, limit: limit)
        }
    }
}

/// Why bytes could not be unpacked.
enum UnpackingFailure: Error {
    case broken
    case tooLarge
}
