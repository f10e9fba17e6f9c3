/// What decides whether two requests may share a connection, besides the server.
struct CurlIdentity: Sendable, Hashable {
    let tls: TLSOptions
    let proxy: ProxyChoice
    let unixSocket: String?
    let httpVersion: HTTPVersionChoice

    init(_ options: TransferOptions) {
        tls = options.tls
        proxy = options.proxy
        unixSocket = options.unixSocket
        httpVersion = options.httpVersion
    }
}
