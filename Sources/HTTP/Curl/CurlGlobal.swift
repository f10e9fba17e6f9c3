import CCurl

/// The parts of libcurl that are started once for the whole program.
enum CurlGlobal {
    /// Why libcurl cannot be used; nil when it can.
    ///
    /// It is loaded and started when this is first asked.
    static var problem: String? { ccurl_load().map { String(cString: $0) } }

    /// The version of libcurl as `0xXXYYZZ`; nil when it cannot be used.
    ///
    /// It is loaded and started when this is first asked.
    static var version: Int? { problem == nil ? ccurl_version() : nil }
}
