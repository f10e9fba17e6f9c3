/// Notices that a paged call goes round in circles, in memory that does not grow with the pages.
///
/// Short circles are found at their first repeated page, by a window over the last pages. Circles longer than the
/// window are found by Brent's algorithm: one page is remembered at each power of two, and every later page is held
/// against it.
struct LoopDetector {
    /// What a page is told apart by: what was asked for, and what came.
    struct Page: Hashable {
        var request: UInt64
        var content: UInt64
    }

    private static let windowSize = 1024
    private var recent: Set<Page> = []
    private var order: [Page] = []
    private var oldest = 0
    private var landmark: Page?
    private var count = 0
    private var nextLandmark = 1

    /// Takes note of a page; true when the same request brought the same content before.
    mutating func isRepeated(_ page: Page) -> Bool {
        if recent.contains(page) || page == landmark { return true }
        remember(page)
        count += 1
        if count == nextLandmark {
            landmark = page
            nextLandmark &*= 2
        }
        return false
    }

    private mutating func remember(_ page: Page) {
        recent.insert(page)
        if order.count < Self.windowSize {
            order.append(page)
        } else {
            recent.remove(order[oldest])
            order[oldest] = page
            oldest = (oldest + 1) % Self.windowSize
        }
    }
}
