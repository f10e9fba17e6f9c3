import HTTP
import Testing

/// What can be had without a server; the rest is tested end to end.
struct CurlTransportTests {
    private func failure(_ request: HTTPRequest) async -> TransferError? {
        let transport = CurlTransport(userAgent: "errand/test")
        defer { Task { await transport.shutDown() } }
        do throws(TransferError) {
            _ = try await transport.send(request, to: .memory(limit: 1000))
            return nil
        } catch {
            return error
        }
    }

    @Test func aPortWhereNobodyListensIsRefused() async throws {
        let port = try LoopbackPort(isListening: false)
        let error = await failure(.get(port.url))
        #expect(error?.kind == .refused && error?.isNothingSent == true)
        #expect(error?.host == "127.0.0.1:\(port.number)")
        #expect(error?.message == "127.0.0.1:\(port.number) refuses connections")
    }

    @Test func aNameThatCannotExistIsUnresolved() async {
        var request = HTTPRequest.get("http://no-such-host.invalid/")
        request.options.proxy = .none
        let error = await failure(request)
        #expect(error?.kind == .unresolved && error?.isNothingSent == true)
    }

    @Test func aProxyThatIsNotThereIsNamed() async throws {
        let port = try LoopbackPort(isListening: false)
        var request = HTTPRequest.get("http://example.com/")
        request.options.proxy = .url("http://127.0.0.1:\(port.number)")
        let error = await failure(request)
        #expect(error?.kind == .refused)
        #expect(error?.message == "the proxy 127.0.0.1:\(port.number) refuses connections")
    }

    @Test func aSocketThatIsNotThereIsNamed() async {
        var request = HTTPRequest.get("http://localhost/")
        request.options.unixSocket = "/nowhere/at/all.sock"
        let error = await failure(request)
        #expect(error?.kind == .refused)
        #expect(error?.message.contains("/nowhere/at/all.sock") == true)
    }

    @Test(arguments: [
        HTTPBody.file(path: "/nowhere/at/all"), .file(path: "/"), .file(path: "a\u{0}b"),
        .multipart([MultipartPart(name: "a", content: .file(path: "/nowhere/at/all"))]),
    ])
    func aFileThatCannotBeReadIsFoundBeforeAnythingIsSent(body: HTTPBody) async {
        var request = HTTPRequest.post("http://no-such-host.invalid/")
        request.body = body
        let error = await failure(request)
        #expect(error?.kind == .localFile && error?.isNothingSent == true)
    }

    @Test func aCertificateThatIsNotThereIsFoundBeforeAnythingIsSent() async {
        var request = HTTPRequest.get("https://no-such-host.invalid/")
        request.options.tls = TLSOptions(certificate: "/nowhere/at/all.pem")
        #expect(await failure(request)?.kind == .localFile)
    }

    @Test(arguments: ["ftp://example.com/", "file:///etc/passwd", "http://user:pw@example.com/", "http://a b/", ""])
    func otherURLsAreNotSent(url: String) async {
        let error = await failure(.get(url))
        #expect(error?.kind == .other && error?.isNothingSent == true)
    }

    @Test func aHeaderThatWouldBeTwoIsNotSent() async {
        var request = HTTPRequest.get("http://no-such-host.invalid/")
        request.headers.add("X", "a\r\nY: b")
        #expect(await failure(request)?.kind == .other)
    }

    @Test func aMethodThatWouldBeALineIsNotSent() async {
        var request = HTTPRequest.get("http://no-such-host.invalid/")
        request.method = "GET / HTTP/1.1\r\nX: y"
        #expect(await failure(request)?.kind == .other)
    }

    @Test func aCancelledTaskEndsTheTransfer() async throws {
        let port = try LoopbackPort(isListening: true)
        let task = Task { await failure(.get(port.url)) }
        task.cancel()
        #expect(await task.value?.kind == .cancelled)
    }

    @Test func silenceEndsTheTransfer() async throws {
        let port = try LoopbackPort(isListening: true)
        var request = HTTPRequest.get(port.url)
        request.options.idleTimeout = .milliseconds(50)
        let error = await failure(request)
        #expect(error?.kind == .idle && error?.isNothingSent == false)
    }

    @Test func theEndOfTheTimeEndsTheTransfer() async throws {
        let port = try LoopbackPort(isListening: true)
        var request = HTTPRequest.get(port.url)
        request.options.timeout = .milliseconds(50)
        #expect(await failure(request)?.kind == .timeout)
    }

    @Test func shuttingDownEndsWhatIsUnderWay() async throws {
        let port = try LoopbackPort(isListening: true)
        let transport = CurlTransport(userAgent: "errand/test")
        var request = HTTPRequest.get(port.url)
        request.options.idleTimeout = .milliseconds(200)
        async let outcome = Self.kind(of: request, over: transport)
        await transport.shutDown()
        // It was under way, or it came later, and its own silence ends it.
        #expect([.cancelled, .idle].contains(await outcome))
        await transport.shutDown()
    }

    private static func kind(of request: HTTPRequest, over transport: CurlTransport) async -> TransferError.Kind? {
        do throws(TransferError) {
            _ = try await transport.send(request, to: .memory(limit: 10))
            return nil
        } catch {
            return error.kind
        }
    }
}
