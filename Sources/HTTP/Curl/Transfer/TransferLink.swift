import CCurl

/// What libcurl holds for a transfer: the handle, and the lists and buffers that must live as long.
final class TransferLink {
    private static let errorSize = Int(CURL_ERROR_SIZE)

    private var easy: EasyHandle
    private var headerList: UnsafeMutablePointer<curl_slist>?
    private var mime: OpaquePointer?
    private let errorText: UnsafeMutablePointer<CChar>

    /// Makes a handle that does what the plan says.
    ///
    /// - Parameter context: what the callbacks get: the unretained transfer, which outlives this.
    init(_ plan: TransferPlan, context: UnsafeMutableRawPointer) throws(TransferError) {
        guard let easy = EasyHandle() else { throw Self.failure("libcurl has no handle", plan) }
        self.easy = easy
        errorText = .allocate(capacity: Self.errorSize)
        errorText.initialize(repeating: 0, count: Self.errorSize)
        self.easy.setUp(plan)
        self.easy.setCallbacks(context: context, errorText: errorText)
        if case .multipart(let parts) = plan.request.body, plan.request.method != "HEAD" {
            mime = MimeBody.make(parts, for: handle)
            if mime == nil { throw Self.failure("the parts of the body cannot be put together", plan) }
            self.easy.setPointer(CURLOPT_MIMEPOST, mime.map { UnsafeMutableRawPointer($0) })
        }
        headerList = Self.list(HeaderLines.lines(plan))
        self.easy.setPointer(CURLOPT_HTTPHEADER, headerList.map { UnsafeMutableRawPointer($0) })
        if let refusal = self.easy.refusal {
            throw Self.failure("libcurl here cannot do this: \(String(cString: curl_easy_strerror(refusal)))", plan)
        }
    }

    deinit {
        // The handle outlives what it points to here by a moment, in which it transfers nothing.
        easy.setPointer(CURLOPT_ERRORBUFFER, nil)
        curl_slist_free_all(headerList)
        curl_mime_free(mime)
        errorText.deallocate()
    }

    var handle: UnsafeMutableRawPointer { easy.pointer }

    /// How many bytes of bodies were sent.
    var bytesSent: Int { easy.offset(CURLINFO_SIZE_UPLOAD_T) }

    var facts: TransferFacts {
        TransferFacts(
            total: easy.time(CURLINFO_TOTAL_TIME_T),
            connected: easy.time(CURLINFO_CONNECT_TIME_T),
            ready: easy.time(CURLINFO_PRETRANSFER_TIME_T),
            requestBytes: easy.number(CURLINFO_REQUEST_SIZE),
            systemError: Int32(truncatingIfNeeded: easy.number(CURLINFO_OS_ERRNO)),
            text: String(cString: errorText))
    }

    private static func list(_ lines: [String]) -> UnsafeMutablePointer<curl_slist>? {
        lines.reduce(nil) { list, line in curl_slist_append(list, line) ?? list }
    }

    private static func failure(_ message: String, _ plan: TransferPlan) -> TransferError {
        TransferError(.other, message: message, host: plan.url.origin.authority, isNothingSent: true)
    }
}
