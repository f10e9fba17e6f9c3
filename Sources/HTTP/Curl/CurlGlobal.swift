import CCurl

/// The parts of libcurl that are started once for the whole program.
enum CurlGlobal {
    /// Why libcurl cannot be used; nil when it can.
    ///
    /// It is loaded and started when this is first asked.
    static let problem: String? = {
        if let problem = ccurl_load() { return String(cString: problem) }
        return curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK ? nil : "it could not be started"
    }()
}
