import CCurl

/// The parts of libcurl that are started once for the whole program.
enum CurlGlobal {
    /// Why libcurl cannot be used; nil when it can.
    ///
    /// It is loaded and started when this is first asked.
    static var problem: String? { ccurl_load().map { String(cString: $0) } }
}
