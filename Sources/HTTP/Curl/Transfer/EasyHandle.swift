import CCurl

/// A libcurl handle for one transfer, never used for another.
struct EasyHandle: ~Copyable {
    let pointer: UnsafeMutableRawPointer
    /// What libcurl said about the first option that it does not have.
    private(set) var refusal: CURLcode?

    init?() {
        guard let pointer = curl_easy_init() else { return nil }
        self.pointer = pointer
    }

    deinit {
        curl_easy_cleanup(pointer)
    }

    mutating func set(_ option: CURLoption, _ value: Int) {
        note(ccurl_set_long(pointer, option, value))
    }

    mutating func set(_ option: CURLoption, _ value: Bool) {
        set(option, value ? 1 : 0)
    }

    mutating func set(_ option: CURLoption, _ value: String?) {
        note(ccurl_set_string(pointer, option, value))
    }

    /// A time in whole milliseconds, and not zero for one that is shorter, as zero means none.
    mutating func set(_ option: CURLoption, _ value: Duration) {
        set(option, max(1, Int(min(value / .milliseconds(1), 1e9))))
    }

    mutating func setOffset(_ option: CURLoption, _ value: Int) {
        note(ccurl_set_offset(pointer, option, curl_off_t(value)))
    }

    mutating func setPointer(_ option: CURLoption, _ value: UnsafeMutableRawPointer?) {
        note(ccurl_set_pointer(pointer, option, value))
    }

    mutating func setReceiver(_ option: CURLoption, _ value: curl_write_callback) {
        note(ccurl_set_receiver(pointer, option, value))
    }

    mutating func setReader(_ value: curl_read_callback) {
        note(ccurl_set_reader(pointer, value))
    }

    mutating func setSeeker(_ value: curl_seek_callback) {
        note(ccurl_set_seeker(pointer, value))
    }

    /// A number that libcurl knows about the transfer.
    func number(_ info: CURLINFO) -> Int {
        ccurl_get_long(pointer, info)
    }

    /// A number of bytes that libcurl knows about the transfer.
    func offset(_ info: CURLINFO) -> Int {
        Int(ccurl_get_offset(pointer, info))
    }

    /// A time that libcurl knows about the transfer.
    func time(_ info: CURLINFO) -> Duration {
        .microseconds(ccurl_get_offset(pointer, info))
    }

    private mutating func note(_ code: CURLcode) {
        if code != CURLE_OK, refusal == nil { refusal = code }
    }
}
