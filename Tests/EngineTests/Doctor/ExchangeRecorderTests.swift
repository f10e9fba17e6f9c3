import HTTP
import Testing

@testable import Engine

/// What the doctor keeps of a source's requests.
struct ExchangeRecorderTests {
    private let observer = RecordingObserver()

    private func recorder() -> ExchangeRecorder {
        ExchangeRecorder(source: "api", passingOnTo: observer, clock: TestClock())
    }

    private func exchange(_ number: Int, of source: String = "api", with recorder: ExchangeRecorder) {
        let url = "https://auth.example/\(number)"
        let request = HTTPRequest(method: "POST", url: url, isIdempotent: true)
        recorder.observe(.tokenExchange(source: source, .requestSent(request, attempt: 1)))
        recorder.observe(
            .tokenExchange(source: source, .responseReceived(HTTPResponse(status: 200 + number, url: url))))
    }

    @Test func keepsEachAnswerWithItsRequest() {
        let recorder = recorder()
        for number in 1...3 { exchange(number, with: recorder) }
        exchange(9, of: "other", with: recorder)
        #expect(recorder.exchanges.map(\.request.url) == (1...3).map { "https://auth.example/\($0)" })
        #expect(recorder.exchanges.map(\.response?.status) == [201, 202, 203])
        #expect(recorder.exchanges.map(\.answeredAt) == [1_700_000_000, 1_700_000_000, 1_700_000_000])
        #expect(recorder.omitted == 0)
        #expect(observer.events.count == 8)
    }

    @Test func leavesTheLastOneAsItIsWhenThereAreMore() {
        let recorder = recorder()
        for number in 1...53 { exchange(number, with: recorder) }
        #expect(recorder.exchanges.count == 50)
        #expect(recorder.exchanges.last?.request.url == "https://auth.example/50")
        #expect(recorder.exchanges.last?.response?.status == 250)
        #expect(recorder.omitted == 3)
        #expect(observer.events.count == 106)
    }
}
