/// A request that has been looked at: everything that can go wrong before anything is sent has not.
struct TransferPlan: Sendable {
    let request: HTTPRequest
    let url: HTTPURL
    let destination: BodyDestination
    /// What is sent, but for a multipart body.
    let upload: UploadContent?
    let userAgent: String
    /// How it is signed for AWS; nil when it is not.
    let signing: SigningPlan?

    init(_ request: HTTPRequest, to destination: BodyDestination, userAgent: String) throws(TransferError) {
        guard let url = HTTPURL(request.url) else {
            let problem = HTTPURL.problem(of: request.url) ?? "it cannot be read"
            throw TransferError(.other, message: "the URL cannot be called: \(problem)", isNothingSent: true)
        }
        self.request = request
        self.url = url
        self.destination = destination
        self.userAgent = userAgent
        upload = try Self.upload(of: request, host: url.origin.authority)
        // Asked for only where it is needed: it waits for libcurl. Where that cannot be had nothing is sent anyhow.
        signing =
            request.awsSignature == nil
            ? nil : try SigningPlan(request, url, upload: upload, version: CurlGlobal.version ?? .max)
        try checkHead()
        try checkFiles()
    }

    /// Whether libcurl must not send it again by itself, as it does when a kept connection turns out to be dead.
    var isSentOnce: Bool { !request.isIdempotent }

    private static func upload(of request: HTTPRequest, host: String) throws(TransferError) -> UploadContent? {
        // A body that a HEAD brings along would be waited for and never read.
        guard request.method != "HEAD" else { return nil }
        switch request.body {
        case .none, .multipart: return nil
        case .bytes(let bytes, _): return .bytes(bytes)
        case .file(let path):
            do throws(LocalFile.Failure) {
                return .file(try LocalFile(path: path))
            } catch {
                throw error.transferError(host: host)
            }
        }
    }

    private func checkHead() throws(TransferError) {
        guard HTTPHeader(request.method, "").problem == nil else {
            throw failure(.other, "'\(request.method)' is not a method that can be sent")
        }
        for header in request.headers {
            guard let problem = header.problem else { continue }
            throw failure(.other, "the header '\(header.name)' cannot be sent: \(problem)")
        }
    }

    private func checkFiles() throws(TransferError) {
        let tls = request.options.tls
        var paths = [tls.certificate, tls.key, tls.authorities].compactMap { $0 }
        if case .multipart(let parts) = request.body {
            for case .file(let path) in parts.map(\.content) { paths.append(path) }
        }
        for path in paths {
            do throws(LocalFile.Failure) {
                _ = try LocalFile(path: path)
            } catch {
                throw error.transferError(host: url.origin.authority)
            }
        }
    }

    private func failure(_ kind: TransferError.Kind, _ message: String) -> TransferError {
        TransferError(kind, message: message, host: url.origin.authority, isNothingSent: true)
    }
}
