import Diagnostics
import HTTP
import Testing

@testable import Auth

@Suite("A search for metadata", .timeLimit(.minutes(1)))
struct SharedServersTests {
    private let key = MetadataKey(issuer: "https://as.example", options: TransferOptions())

    private func search(_ shared: SharedServers, _ begun: Gate) async -> String {
        do throws(TokenFailure) {
            _ = try await shared.metadata(key) {
                begun.open()
                try? await Task.sleep(for: .seconds(3600))
                return .failure(
                    TokenFailure(
                        .cancelled,
                        Diagnostic(code: .tokenGivenUp, title: Task.isCancelled ? "given up" : "too late")))
            }
            return "found"
        } catch {
            return error.diagnostic.title
        }
    }

    @Test("ends when nobody waits for it any more, and not before")
    func abandoned() async {
        let (shared, begun, again) = (SharedServers(), Gate(), Gate())
        let first = Task { await search(shared, begun) }
        await begun.pass()
        let second = Task { await search(shared, again) }
        first.cancel()
        second.cancel()
        #expect(await first.value == "given up")
        #expect(await second.value == "given up")
    }
}
