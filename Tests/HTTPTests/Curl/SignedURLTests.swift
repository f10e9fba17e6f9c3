import HTTP
import Testing

/// URLs whose bytes are part of a signature.
@Suite struct SignedURLTests {
    @Test(arguments: [
        "/bucket/a%2Fb%2fc/d%7Ee~f;v=1/+x+%20/%C3%A9?X-Amz-Signature=ab%2Bcd%2bef&sig=a+b%20c;d=e/f:g@h!$'()*,&x=%7e%7E",
        "/export/..%2f/./x/../y//z?se=2026-11-24T10%3A00%3A00Z&sp=r&sig=q%2FU%3d%3D&empty=&flag",
        "/a%00b/%ff%FF?[x]={y}|z",
    ])
    func goOutByteForByte(_ target: String) async throws {
        let server = try LoopbackServer()
        let transport = CurlTransport(userAgent: "errand/test")
        _ = try await transport.send(.get(server.url.dropLast() + target), to: .memory(limit: 1000))
        await transport.shutDown()
        #expect(server.requests.first?.head.first == "GET \(target) HTTP/1.1")
    }
}
