/// Why a paged call cannot go on, or did not bring what it promised.
enum PagingError: Error, Equatable {
    /// The same request brought the same page again: an endless loop.
    case repeatedPage(number: Int)
    /// Without `records` an object is one record, so that no page would ever be empty.
    case neverEmpty
    /// The API has fewer records than it said.
    case incomplete(received: Int, promised: String)
    /// `max_pages` was reached with more to come.
    case truncated(maximum: Int)
    /// A value that has to be a number is not one.
    case notANumber(key: String, found: String)
    /// A next URL, cursor or total that is not a text or a number.
    case notUsable(key: String, found: String)
    /// The last record of a page lacks the value that the next request needs.
    case lastRecordLacksValue(path: String)
}
