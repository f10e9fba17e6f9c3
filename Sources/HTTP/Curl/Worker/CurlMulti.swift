import CCurl

/// The handle of a set of connections.
///
/// Unchecked: it goes between threads as a number. Only `wakeUp` is called from any thread, which libcurl allows for;
/// everything else is called by the thread of the worker.
struct CurlMulti: @unchecked Sendable {
    private static let idleConnections = 64

    let pointer: UnsafeMutableRawPointer

    init?() {
        guard let pointer = curl_multi_init() else { return nil }
        self.pointer = pointer
        _ = ccurl_multi_set_long(pointer, CURLMOPT_MAXCONNECTS, Self.idleConnections)
    }

    func wakeUp() {
        curl_multi_wakeup(pointer)
    }

    func perform() {
        var running: Int32 = 0
        curl_multi_perform(pointer, &running)
    }

    /// Waits until something happens, at most so many milliseconds.
    func wait(milliseconds: Int32) {
        curl_multi_poll(pointer, nil, 0, milliseconds, nil)
    }

    /// A transfer that has ended, with how; nil when there is none left.
    func nextEnded() -> (handle: UnsafeMutableRawPointer, code: CURLcode)? {
        var left: Int32 = 0
        while let message = curl_multi_info_read(pointer, &left)?.pointee {
            if message.msg == CURLMSG_DONE, let handle = message.easy_handle { return (handle, message.data.result) }
        }
        return nil
    }

    func cleanUp() {
        curl_multi_cleanup(pointer)
    }
}
