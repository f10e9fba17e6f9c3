import Foundation
import Synchronization

/// A server that answers a request only when the test says so: a call to it stands still until then.
final class Gate: Sendable {
    private struct Arrivals {
        var isOpen = false
        var count = 0
        var waiting: [Int32] = []
        var heads: [String] = []
    }

    /// The listening socket, and who came: what the thread that accepts knows.
    private final class Door: Sendable {
        let socket: Int32
        let arrivals = Mutex(Arrivals())

        init(_ socket: Int32) {
            self.socket = socket
        }

        /// Accepts until the socket is shut down.
        func serve() {
            while true {
                let connection = accept(socket, nil, nil)
                guard connection >= 0 else {
                    if errno == EINTR || errno == ECONNABORTED { continue }
                    close(socket)
                    return
                }
                _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
                let isOpen = arrivals.withLock { arrivals in
                    arrivals.count += 1
                    if !arrivals.isOpen { arrivals.waiting.append(connection) }
                    return arrivals.isOpen
                }
                if isOpen { answer(connection) }
            }
        }

        /// Answers everything that waits, and from now on at once.
        func open() {
            let waiting = arrivals.withLock { arrivals in
                arrivals.isOpen = true
                defer { arrivals.waiting = [] }
                return arrivals.waiting
            }
            waiting.forEach(answer)
        }

        private func answer(_ connection: Int32) {
            let head = String(decoding: LoopbackSocket.readHead(from: connection), as: UTF8.self)
            arrivals.withLock { $0.heads.append(head) }
            let body = "{\"ok\":true}"
            LoopbackSocket.write(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
                    + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)",
                to: connection)
            close(connection)
        }
    }

    let url: String
    private let door: Door

    /// Begins to listen.
    init() throws {
        let (socket, port) = try LoopbackSocket.listen()
        let door = Door(socket)
        url = "http://127.0.0.1:\(port)/"
        self.door = door
        Thread { door.serve() }.start()
    }

    deinit {
        door.open()
        // Wakes the thread that accepts.
        shutdown(door.socket, Int32(SHUT_RDWR))
    }

    /// How many connections came.
    var arrivals: Int { door.arrivals.withLock { $0.count } }

    /// The heads of the requests that were answered.
    var heads: [String] { door.arrivals.withLock { $0.heads } }

    /// Waits until so many connections came.
    func arrival(_ count: Int = 1) async throws {
        try await eventually { arrivals >= count }
    }

    /// Answers everything that waits, and from now on at once.
    func open() {
        door.open()
    }
}

/// Waits until something holds.
///
/// - Throws: when it does not hold for a very long time.
func eventually(_ condition: () async throws -> Bool) async throws {
    for _ in 0..<6000 {
        if try await condition() { return }
        try await Task.sleep(for: .milliseconds(10))
    }
    throw LoopbackClient.Failure(what: "waited a minute in vain")
}
