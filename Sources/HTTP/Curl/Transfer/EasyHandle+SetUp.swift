import CCurl

extension EasyHandle {
    /// Sets what a plan asks for, but for the multipart body and the header lines.
    mutating func setUp(_ plan: TransferPlan) {
        setURL(plan)
        setMethod(plan)
        setTimes(plan.request.options)
        setTLS(plan.request.options.tls)
        setRoute(plan)
        setVersion(plan)
        setSigning(plan.signing, userAgent: plan.userAgent)
        // All that libcurl can decode, counted by us as it is decoded.
        if plan.request.options.isDecoded { set(CURLOPT_ACCEPT_ENCODING, "") }
        set(CURLOPT_BUFFERSIZE, 128 << 10)
    }

    private mutating func setURL(_ plan: TransferPlan) {
        set(CURLOPT_URL, plan.signing?.url ?? plan.url.text)
        // A signature does not go with it.
        set(CURLOPT_PATH_AS_IS, plan.signing == nil)
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        set(CURLOPT_FOLLOWLOCATION, false)
        set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
        set(CURLOPT_DISALLOW_USERNAME_IN_URL, true)
        set(CURLOPT_NOSIGNAL, true)
        set(CURLOPT_TCP_KEEPALIVE, true)
    }

    private mutating func setMethod(_ plan: TransferPlan) {
        let request = plan.request
        if request.method == "HEAD" {
            set(CURLOPT_NOBODY, true)
        } else if let body = plan.signing?.body {
            setBody(body)
        } else if plan.signing != nil, plan.upload?.size ?? 0 == 0 {
            if plan.upload != nil || Self.hasBodyAsRule(request.method) { setEmptyBody() }
        } else if let upload = plan.upload {
            set(CURLOPT_POST, true)
            setOffset(CURLOPT_POSTFIELDSIZE_LARGE, upload.size)
        } else if Self.hasBodyAsRule(request.method), case .none = request.body {
            // Says that the body is empty, where a server may ask for its length.
            set(CURLOPT_POST, true)
            setOffset(CURLOPT_POSTFIELDSIZE_LARGE, 0)
        }
        set(CURLOPT_CUSTOMREQUEST, request.method)
        // With nothing to read again, libcurl would not notice that it must not send it again.
        if plan.isSentOnce, plan.upload?.size ?? 0 == 0 || plan.signing?.body != nil {
            set(CURLOPT_FRESH_CONNECT, true)
        }
    }

    private static func hasBodyAsRule(_ method: String) -> Bool {
        method == "POST" || method == "PUT" || method == "PATCH"
    }

    private mutating func setTimes(_ options: TransferOptions) {
        if options.timeout > .zero { set(CURLOPT_TIMEOUT_MS, options.timeout) }
        set(CURLOPT_CONNECTTIMEOUT_MS, options.connectTimeout)
    }

    private mutating func setTLS(_ tls: TLSOptions) {
        set(CURLOPT_SSL_VERIFYPEER, true)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        if let authorities = tls.authorities {
            set(CURLOPT_CAINFO, authorities)
            set(CURLOPT_CAPATH, nil)
        }
        if let certificate = tls.certificate { set(CURLOPT_SSLCERT, certificate) }
        if let key = tls.key { set(CURLOPT_SSLKEY, key) }
    }

    private mutating func setRoute(_ plan: TransferPlan) {
        if let socket = plan.request.options.unixSocket { set(CURLOPT_UNIX_SOCKET_PATH, socket) }
        set(CURLOPT_SUPPRESS_CONNECT_HEADERS, true)
        switch plan.request.options.proxy {
        case _ where plan.url.isLoopback || plan.request.options.unixSocket != nil: set(CURLOPT_PROXY, "")
        case .none: set(CURLOPT_PROXY, "")
        case .environment: break
        case .url(let url):
            set(CURLOPT_PROXY, url)
            // The exceptions of the environment belong to the proxy of the environment.
            set(CURLOPT_NOPROXY, "")
        }
    }

    private mutating func setVersion(_ plan: TransferPlan) {
        let version =
            switch plan.request.options.httpVersion {
            case .automatic: CURL_HTTP_VERSION_2TLS
            case .http1: CURL_HTTP_VERSION_1_1
            case .http2 where plan.url.scheme == "https": CURL_HTTP_VERSION_2TLS
            case .http2: CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE
            }
        set(CURLOPT_HTTP_VERSION, version)
        // Waits to see whether a connection that is being made can carry this request too.
        set(CURLOPT_PIPEWAIT, plan.request.options.httpVersion != .http1 && plan.url.scheme == "https")
    }
}
