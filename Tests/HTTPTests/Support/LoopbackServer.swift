import Foundation
import Synchronization

/// A server on this machine that answers every request with 200 and keeps its connections.
final class LoopbackServer: Sendable {
    /// A request as it came.
    struct Request: Sendable {
        /// The connection that it came over, counted from 0.
        let connection: Int
        /// The lines of its head.
        let head: [String]
        let body: String

        /// The values of a header field.
        func values(_ name: String) -> [String] {
            head.dropFirst().filter { $0.lowercased().hasPrefix(name.lowercased() + ":") }
                .map { $0.drop { $0 != ":" }.dropFirst().trimmingCharacters(in: .whitespaces) }
        }
    }

    /// What the threads share; a descriptor that is closed may already be somebody else's.
    private final class Log: Sendable {
        private let state = Mutex((requests: [Request](), open: Set<Int32>(), count: 0))

        var requests: [Request] { state.withLock { $0.requests } }

        func note(_ request: Request) {
            state.withLock { $0.requests.append(request) }
        }

        /// Notes a connection and returns its number.
        func open(_ connection: Int32) -> Int {
            state.withLock { state in
                state.open.insert(connection)
                defer { state.count += 1 }
                return state.count
            }
        }

        func close(_ connection: Int32) {
            state.withLock { state in
                state.open.remove(connection)
                _ = Foundation.close(connection)
            }
        }

        func endAll() {
            state.withLock { for connection in $0.open { shutdown(connection, Int32(SHUT_RDWR)) } }
        }
    }

    let url: String
    private let port: LoopbackPort
    private let log = Log()

    init() throws {
        port = try LoopbackPort(isListening: true)
        url = port.url
        Thread.detachNewThread { [port, log] in
            while true {
                let connection = uninterrupted { accept(port.descriptor, nil, nil) }
                guard connection >= 0 else { return }
                Thread.detachNewThread { Self.serve(connection, log) }
            }
        }
    }

    deinit {
        shutdown(port.descriptor, Int32(SHUT_RDWR))
        log.endAll()
    }

    var requests: [Request] { log.requests }

    private static func serve(_ connection: Int32, _ log: Log) {
        let number = log.open(connection)
        defer { log.close(connection) }
        var received: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            while let (request, length) = parse(received, number) {
                log.note(request)
                received.removeFirst(length)
                let answer = Array("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".utf8)
                guard send(connection, answer, answer.count, Int32(MSG_NOSIGNAL)) == answer.count else { return }
            }
            let count = uninterrupted { recv(connection, &chunk, chunk.count, 0) }
            guard count > 0 else { return }
            received += chunk[..<count]
        }
    }

    /// The first whole request, with its length in bytes.
    private static func parse(_ bytes: [UInt8], _ number: Int) -> (Request, Int)? {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let empty = Request(connection: number, head: head, body: "")
        let length = empty.values("Content-Length").first.flatMap { Int($0) } ?? 0
        guard bytes.count >= end.upperBound + length else { return nil }
        let body = String(decoding: bytes[end.upperBound...].prefix(length), as: UTF8.self)
        return (Request(connection: number, head: head, body: body), end.upperBound + length)
    }
}

/// The result of a call of the system's, which is made again when a signal came in between.
private func uninterrupted<Result: BinaryInteger>(_ call: () -> Result) -> Result {
    while true {
        let result = call()
        if result >= 0 || errno != EINTR { return result }
    }
}
