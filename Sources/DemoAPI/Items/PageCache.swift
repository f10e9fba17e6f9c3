import NIOCore

/// Pages that were asked for before, so that the server does not set the pace.
///
/// At most 96 MiB; when full, all go.
struct PageCache {
    private var pages: [String: ByteBuffer] = [:]
    private var size = 0

    subscript(_ key: String) -> ByteBuffer? {
        pages[key]
    }

    mutating func insert(_ page: ByteBuffer, for key: String) {
        if size + page.readableBytes > 96 << 20 {
            pages.removeAll()
            size = 0
        }
        if pages.updateValue(page, forKey: key) == nil {
            size += page.readableBytes
        }
    }
}
