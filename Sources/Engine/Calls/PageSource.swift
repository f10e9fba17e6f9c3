import HTTP
import JSON
import JobFile

/// The pages of an item, one after the other, some of them asked for ahead.
///
/// Used by one task.
final class PageSource {
    /// Takes records of a body while it comes, with how many there were before; false when there are enough.
    typealias Taker = ([JSONNode], Int) async throws(RunFailure) -> Bool

    private let fetch: PageFetch
    private var requests: PageRequests
    private let parallel: Int
    private var ahead: PagesAhead<FetchedPage>

    init(fetch: PageFetch, requests: PageRequests) {
        self.fetch = fetch
        self.requests = requests
        let call = fetch.call
        parallel = call.responseFormat.isStreamed ? 1 : call.pagination?.parallel ?? 1
        ahead = PagesAhead(usesOffset: call.usesPageOffset) { request in
            do throws(RunFailure) {
                return .success(try await fetch.page(try await requests.request(for: request)))
            } catch {
                return .failure(error)
            }
        }
    }

    /// The page that is next.
    ///
    /// - Parameter take: gets the records of a body that is read as a stream.
    func next(of paginator: Paginator, _ take: Taker) async throws(RunFailure) -> FetchedPage {
        if parallel > 1 { return try await ahead.next(paginator.foreseen(parallel)) }
        let request = try await requests.request(for: paginator.request)
        let fetched =
            fetch.call.responseFormat.isStreamed
            ? try await fetch.stream(request, take) : try await fetch.page(request)
        requests.firstOrigin = requests.firstOrigin ?? Origin(request.url)
        requests.previousURL = fetched.answer.response.url
        return fetched
    }

    /// Ends what is under way.
    func stop() async {
        await ahead.stop()
    }
}
