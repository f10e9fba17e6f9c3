/// Pages that are asked for before it is their turn, and wait until it is.
///
/// The answers are used in the order of the pages. What turns out not to be wanted, an answer beyond the last page or
/// one to a guess that was wrong, is dropped, and so are the errors among them. There are never more pages under way
/// and waiting than the call says, so memory depends on that and on the size of a page.
struct PagesAhead<Page: Sendable> {
    /// How a page came.
    typealias Outcome = Result<Page, RunFailure>

    private struct Entry {
        let request: Paginator.Request
        let task: Task<Outcome, Never>
    }

    /// Gets a page.
    private let fetch: @Sendable (Paginator.Request) async -> Outcome
    /// Whether the call's templates use `${page.offset}`.
    private let usesOffset: Bool
    private var entries: [Entry] = []

    init(usesOffset: Bool, fetch: @escaping @Sendable (Paginator.Request) async -> Outcome) {
        self.usesOffset = usesOffset
        self.fetch = fetch
    }

    /// The page that the first of the requests asks for; the others are sent too, if they are not under way already.
    mutating func next(_ requests: [Paginator.Request]) async throws(RunFailure) -> Page {
        await keepOnly(requests)
        for request in requests.dropFirst(entries.count) {
            entries.append(Entry(request: request, task: Task { [fetch] in await fetch(request) }))
        }
        let tasks = entries.map(\.task)
        guard let first = tasks.first else { throw .cancelled }
        let outcome = await withTaskCancellationHandler {
            await first.value
        } onCancel: {
            for task in tasks { task.cancel() }
        }
        entries.removeFirst()
        return try outcome.get()
    }

    /// Ends what is under way.
    mutating func stop() async {
        await keep(0)
    }

    /// Drops what is not wanted now, and what would come after it.
    private mutating func keepOnly(_ requests: [Paginator.Request]) async {
        let pairs = zip(entries, requests)
        let wanted = pairs.prefix { $0.request.isSame(as: $1, usesOffset: usesOffset) }.count
        await keep(wanted)
    }

    private mutating func keep(_ count: Int) async {
        let dropped = entries[count...]
        for entry in dropped { entry.task.cancel() }
        for entry in dropped { _ = await entry.task.value }
        entries.removeSubrange(count...)
    }
}
