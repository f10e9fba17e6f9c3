import NIOCore

/// Builds the body of a page.
struct PageBody {
    let page: PageRequest
    let origin: String

    func bytes() -> ByteBuffer {
        var writer = ItemWriter()
        writer.reserve(page.records.count)
        guard !page.isBare else {
            writer.append("[")
            writer.append(records: page.records)
            writer.append("]")
            return ByteBuffer(bytes: writer.bytes)
        }
        writer.append("{\"data\":[")
        writer.append(records: page.records)
        writer.append("],")
        writer.append(trailer)
        writer.append("}")
        return ByteBuffer(bytes: writer.bytes)
    }

    private var trailer: String {
        let total = "\"total\":\(page.total + page.lie)"
        switch page.style {
        case .cursor:
            let next = page.nextStart.map { "\"\(PageRequest.cursor($0))\"" } ?? "null"
            return "\"next_cursor\":\(next),\"has_more\":\(page.nextStart != nil),\(total)"
        case .page: return "\"page\":\(page.page),\"total_pages\":\(page.totalPages),\(total)"
        case .offset: return "\"offset\":\(page.start),\"limit\":\(page.limit),\(total)"
        case .next:
            let next = page.nextStart.map { "\"\(page.link(to: $0, origin: origin))\"" } ?? "null"
            return "\"links\":{\"next\":\(next)},\(total)"
        case .keyset, .link: return total
        }
    }
}
