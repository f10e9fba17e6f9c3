import JSON
import JobFile

extension Paginator {
    /// The request to send, and those that follow it when every page is as full as the last one.
    ///
    /// They are guesses: the answers decide, in their order, whether there is a next page and what it is. Pages that are
    /// known not to be there are left out. Where the next request depends on the answer, and before the first page, it
    /// is just the one.
    ///
    /// - Parameter count: how many there are at most.
    func foreseen(_ count: Int) -> [Request] {
        guard pagesReceived > 0, lastCount > 0 else { return [request] }
        var requests = [request]
        while requests.count < min(count, pagesLeft), let next = follower(of: requests[requests.count - 1]) {
            requests.append(next)
        }
        return requests
    }

    /// How many pages there can be, the next one included, by what the job and the API say.
    private var pagesLeft: Int {
        var pages = Int.max
        if let maximum = pagination?.maxPages { pages = min(pages, maximum - pagesReceived) }
        if let promised = promisedPages?.int { pages = min(pages, promised - pagesReceived) }
        for bound in [pagination?.limit, promised?.int] {
            guard let bound, bound > recordsReceived else { continue }
            let left = bound - recordsReceived
            pages = min(pages, left / lastCount + (left % lastCount == 0 ? 0 : 1))
        }
        return pages
    }

    private func follower(of request: Request) -> Request? {
        let (number, isNumber) = request.number.addingReportingOverflow(1)
        let (offset, isOffset) = request.offset.addingReportingOverflow(lastCount)
        guard !isNumber, !isOffset else { return nil }
        var next = Request(number: number, offset: offset)
        switch pagination?.kind {
        case .page(let parameter, _): next.parameter = (parameter, String(number))
        case .offset(let parameter, _): next.parameter = (parameter, String(offset))
        default: return nil
        }
        return next
    }
}

extension Paginator.Request {
    /// Whether a request that was sent ahead is the one that is wanted now.
    ///
    /// - Parameter usesOffset: whether the call's templates use `${page.offset}`, so that it matters for pages by number.
    func isSame(as other: Paginator.Request, usesOffset: Bool) -> Bool {
        number == other.number && parameter?.value == other.parameter?.value
            && (!usesOffset || offset == other.offset)
    }
}
