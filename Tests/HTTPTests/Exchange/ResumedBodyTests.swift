import Testing

@testable import HTTP

/// Bodies that break off and are gone on with.
@Suite struct ResumedBodyTests {
    private let body = "0123456789abcdefghij"
    private let writer = CollectingWriter()

    private func server(_ headers: [(String, String)], breaks: [Int]) -> BreakingTransport.Server {
        BreakingTransport.Server(body: body, headers: headers, breaks: breaks)
    }

    private func run(
        _ transport: BreakingTransport, _ request: HTTPRequest = .get(), attempts: Int = 5, limit: Int = 1000
    ) async throws -> ExchangeResult {
        let exchange = Exchange(
            transport: transport, authorizer: nil,
            policy: ExchangePolicy(
                retry: RetryPolicy(maxAttempts: attempts), maxRedirects: 0, maxWait: .seconds(1), rateLimit: nil,
                allowSecretsOverHTTP: false),
            limits: RunLimits(clock: ManualClock()), random: { 1 })
        return try await exchange.run(request, to: .writer(writer, limit: limit))
    }

    @Test func goesOnWhereItBroke() async throws {
        let transport = BreakingTransport(server([("ETag", "\"v1\""), ("Content-Length", "20")], breaks: [7, 5]))
        let result = try await run(transport)
        #expect(writer.text == body)
        #expect(writer.begins == 1)
        #expect(transport.ranges == [nil, "bytes=7-", "bytes=12-"])
        #expect(transport.requests.last?.headers.first("If-Range") == "\"v1\"")
        #expect(transport.requests.last?.headers.first("Accept-Encoding") == "identity")
        #expect(result.response.status == 200)
        #expect(result.response.bodyLength == 20)
        #expect(result.response.headers.first("Content-Length") == "20")
    }

    @Test func whatBringsSomethingIsNoAttemptInVain() async throws {
        let breaks = Array(repeating: 1, count: 19)
        let transport = BreakingTransport(server([("ETag", "\"v1\"")], breaks: breaks))
        _ = try await run(transport, attempts: 2)
        #expect(writer.text == body)
        #expect(transport.requests.count == 20)
    }

    @Test func attemptsThatBringNothingAreCounted() async throws {
        let transport = BreakingTransport(server([("ETag", "\"v1\"")], breaks: [5, 0, 0, 0, 0]))
        await #expect(throws: ExchangeError.self) { try await run(transport, attempts: 3) }
        #expect(transport.requests.count == 3)
    }

    @Test func aNewBodyBeginsAnew() async throws {
        let transport = BreakingTransport(server([("ETag", "\"v1\"")], breaks: [7])) { attempt, server in
            guard attempt == 1 else { return }
            server.body = "something else"
            server.headers = [("ETag", "\"v2\"")]
        }
        let result = try await run(transport)
        #expect(writer.text == "something else")
        #expect(result.response.headers.first("ETag") == "\"v2\"")
    }

    @Test func aServerWithoutRangesBeginsAnew() async throws {
        var server = server([("ETag", "\"v1\"")], breaks: [7])
        server.hasRanges = false
        let transport = BreakingTransport(server)
        _ = try await run(transport)
        #expect(writer.text == body)
        #expect(writer.begins == 2)
    }

    @Test(arguments: [
        [("ETag", "W/\"v1\"")],
        [("Last-Modified", "Tue, 24 Nov 2026 10:00:00 GMT"), ("Date", "Tue, 24 Nov 2026 10:00:00 GMT")],
        [("Last-Modified", "Tue, 24 Nov 2026 10:00:00 GMT")],
        [("ETag", "\"v1\""), ("Accept-Ranges", "none")],
        [("ETag", "\"v1\""), ("Content-Encoding", "gzip")],
        [],
    ])
    func withoutAStrongValidatorItBeginsAnew(_ headers: [(String, String)]) async throws {
        let transport = BreakingTransport(server(headers, breaks: [7]))
        _ = try await run(transport)
        #expect(transport.ranges == [nil, nil])
        #expect(writer.text == body)
        #expect(writer.begins == 2)
    }

    @Test func anOldDateIsStrongEnough() async throws {
        let modified = "Tue, 24 Nov 2026 10:00:00 GMT"
        let transport = BreakingTransport(
            server([("Last-Modified", modified), ("Date", "Tue, 24 Nov 2026 10:00:01 GMT")], breaks: [7]))
        _ = try await run(transport)
        #expect(transport.requests.last?.headers.first("If-Range") == modified)
        #expect(writer.begins == 1)
    }

    @Test func whatIsLeftAsItComesIsGoneOnWithAlsoWhenCompressed() async throws {
        var request = HTTPRequest.get()
        request.options.isDecoded = false
        request.headers.add("Accept-Encoding", "gzip")
        let transport = BreakingTransport(server([("ETag", "\"v1\""), ("Content-Encoding", "gzip")], breaks: [7]))
        _ = try await run(transport, request)
        #expect(transport.requests.last?.headers.first("Accept-Encoding") == "gzip")
        #expect(writer.text == body && writer.begins == 1)
    }

    @Test(arguments: ["bytes 6-19/20", "bytes 7-19/21", "bytes */20", "7-19/20", ""])
    func anotherPartThanWasAskedForIsNotTaken(_ range: String) async throws {
        var server = server([("ETag", "\"v1\""), ("Content-Length", "20")], breaks: [7])
        server.contentRange = range
        let transport = BreakingTransport(server)
        _ = try await run(transport)
        #expect(transport.ranges == [nil, "bytes=7-", nil])
        #expect(writer.text == body)
    }

    @Test func asksForTheRestOfAPart() async throws {
        var server = server([("ETag", "\"v1\"")], breaks: [7])
        server.partLimit = 5
        let transport = BreakingTransport(server)
        _ = try await run(transport)
        #expect(writer.text == body)
        #expect(transport.ranges == [nil, "bytes=7-", "bytes=12-", "bytes=17-"])
    }

    @Test func aRestThatIsNotThereIsNoAnswer() async throws {
        let transport = BreakingTransport(server([("ETag", "\"v1\"")], breaks: [20]))
        let result = try await run(transport)
        #expect(transport.ranges == [nil, "bytes=20-", nil])
        #expect(result.response.status == 200)
        #expect(writer.text == body)
    }

    @Test func troubleInBetweenLosesNothing() async throws {
        var server = server([("ETag", "\"v1\"")], breaks: [7])
        server.statuses = [1: 503]
        let transport = BreakingTransport(server)
        _ = try await run(transport)
        #expect(transport.ranges == [nil, "bytes=7-", "bytes=7-"])
        #expect(writer.text == body && writer.begins == 1)
    }

    @Test func theLimitIsForAllParts() async throws {
        let transport = BreakingTransport(server([("ETag", "\"v1\"")], breaks: [9]))
        await #expect(throws: ExchangeError.self) { try await run(transport, limit: 15) }
    }

    @Test func aRangeOfTheJobsOwnIsLeftAlone() async throws {
        var request = HTTPRequest.get()
        request.headers.add("Range", "bytes=0-")
        let transport = BreakingTransport(server([("ETag", "\"v1\"")], breaks: [7]))
        let result = try await run(transport, request)
        #expect(result.response.status == 206)
        #expect(transport.ranges == ["bytes=0-", "bytes=0-"])
        #expect(writer.text == body)
    }
}
