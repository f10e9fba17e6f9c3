import Foundation
import Glibc

/// A listener that answers with bytes no HTTP server would send.
///
/// The path's last part names the answer in ``RawAnswers``; each connection serves one request and is closed.
struct RawListener: Sendable {
    let port: Int
    private let socket: Int32

    /// The listener could not be opened.
    struct Failure: Error {
        let code: Int32
    }

    init() throws {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { throw Failure(code: errno) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(socket, generic, length) == 0 && listen(socket, 64) == 0
                    && getsockname(socket, generic, &length) == 0
            }
        }
        guard isBound else { throw Failure(code: errno) }
        self.socket = socket
        self.port = Int(UInt16(bigEndian: address.sin_port))
    }

    /// Begins to accept, on a thread of its own and one for each connection.
    func start() {
        let socket = socket
        let acceptor = Thread {
            while true {
                let connection = accept(socket, nil, nil)
                guard connection >= 0 else {
                    if errno == EINTR || errno == ECONNABORTED { continue }
                    return
                }
                Thread { Self.serve(connection) }.start()
            }
        }
        acceptor.start()
    }

    private static func serve(_ connection: Int32) {
        defer { close(connection) }
        var head: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while head.count < 65536 {
            let count = read(connection, &buffer, buffer.count)
            guard count > 0 else { return }
            head.append(contentsOf: buffer[..<count])
            if String(decoding: head, as: UTF8.self).contains("\r\n\r\n") { break }
        }
        let path = String(decoding: head, as: UTF8.self).split(separator: " ").dropFirst().first ?? "/"
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        writeAll(RawAnswers.bytes(for: name), to: connection)
        shutdown(connection, Int32(SHUT_WR))
        // Reads what is left: closing with unread bytes would reset the connection and lose the answer.
        while read(connection, &buffer, buffer.count) > 0 {}
    }
}
