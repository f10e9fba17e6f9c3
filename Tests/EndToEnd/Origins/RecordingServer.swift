import Foundation
import Synchronization

/// A server that takes every request, keeps it as it came, and answers as its path says.
///
/// `/go/STATUS/HEX` leads to the URL that the hexadecimal digits spell; `/next/HEX` and `/link/HEX` are a page whose
/// next one is there; everything else is one record.
final class RecordingServer: Sendable {
    /// A request as it came.
    struct Request: Sendable {
        /// `http://HOST`, by its `Host` header.
        var origin: String
        var method: String
        var target: String
        /// The head and the body, byte for byte.
        var text: String
    }

    private final class Door: Sendable {
        let socket: Int32
        let scheme: String
        let requests = Mutex<[Request]>([])

        init(_ socket: Int32, _ scheme: String) {
            self.socket = socket
            self.scheme = scheme
        }

        func serve() {
            while true {
                let connection = accept(socket, nil, nil)
                guard connection >= 0 else {
                    if errno == EINTR || errno == ECONNABORTED { continue }
                    close(socket)
                    return
                }
                _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
                Thread {
                    self.answer(connection)
                    close(connection)
                }.start()
            }
        }

        private func answer(_ connection: Int32) {
            guard let text = Self.read(connection) else { return }
            let words = text.prefix { $0 != "\r\n" }.split(separator: " ")
            guard words.count == 3 else { return }
            let request = Request(
                origin: scheme + "://" + (Self.header("Host", of: text) ?? ""), method: String(words[0]),
                target: String(words[1]), text: text)
            requests.withLock { $0.append(request) }
            LoopbackSocket.write(RecordingServer.answer(to: request.target), to: connection)
        }

        private static func read(_ connection: Int32) -> String? {
            var data = LoopbackSocket.readHead(from: connection)
            guard let end = data.range(of: Data("\r\n\r\n".utf8)) else { return nil }
            let length = header("Content-Length", of: String(decoding: data, as: UTF8.self)).flatMap { Int($0) } ?? 0
            var buffer = [UInt8](repeating: 0, count: 65536)
            while data.count - end.upperBound < length {
                let count = Glibc.read(connection, &buffer, buffer.count)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { break }
                data.append(contentsOf: buffer[..<count])
            }
            return String(decoding: data, as: UTF8.self)
        }

        private static func header(_ name: String, of text: String) -> String? {
            text.components(separatedBy: "\r\n").first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
                .map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
        }
    }

    let port: Int
    private let door: Door

    /// Begins to listen.
    ///
    /// - Parameter scheme: what clients think they speak, where something in front of it ends TLS.
    init(scheme: String = "http") throws {
        let (socket, port) = try LoopbackSocket.listen()
        let door = Door(socket, scheme)
        self.port = port
        self.door = door
        Thread { door.serve() }.start()
    }

    deinit {
        // Wakes the thread that accepts.
        shutdown(door.socket, Int32(SHUT_RDWR))
    }

    /// What came so far.
    var requests: [Request] { door.requests.withLock { $0 } }

    /// The path of a redirect.
    static func redirect(_ status: Int, to url: String) -> String { "/go/\(status)/" + hex(url) }

    /// The path of a page whose next one is elsewhere: `next` in the body, or `link` in the header.
    static func page(_ kind: String, then url: String) -> String { "/\(kind)/" + hex(url) }

    private static func hex(_ text: String) -> String {
        text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func text(hex: Substring) -> String {
        let digits = Array(hex.prefix { $0.isHexDigit }.utf8)
        let bytes = stride(from: 0, to: digits.count - 1, by: 2).map {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16) ?? 0
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func answer(to target: String) -> String {
        let parts = target.split(separator: "/")
        var status = "200 OK"
        var more = ""
        var body = "{\"data\":[{\"id\":1}],\"next\":null}"
        if parts.first == "go", parts.count == 3 {
            status = "\(parts[1]) Elsewhere"
            more = "Location: \(text(hex: parts[2]))\r\n"
        } else if parts.first == "next", parts.count == 2 {
            body = "{\"data\":[{\"id\":1}],\"next\":\"\(text(hex: parts[1]))\"}"
        } else if parts.first == "link", parts.count == 2 {
            more = "Link: <\(text(hex: parts[1]))>; rel=\"next\"\r\n"
        }
        return "HTTP/1.1 \(status)\r\nContent-Type: application/json\r\nConnection: close\r\n\(more)"
            + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }
}
