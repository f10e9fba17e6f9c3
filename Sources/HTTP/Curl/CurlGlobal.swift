import CCurl

/// The parts of libcurl that are started once for the whole program.
enum CurlGlobal {
    /// Whether they are there; they are started when this is first asked.
    static let isReady = curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK
}
