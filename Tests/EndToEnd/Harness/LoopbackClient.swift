import Foundation

/// One HTTP request to a server of ours on loopback, over a connection of its own.
enum LoopbackClient {
    /// The server could not be asked, or its answer is none.
    struct Failure: Error {
        let what: String
    }

    /// Sends a request and returns the body of a good answer.
    static func send(_ method: String, _ path: String, port: Int) throws -> Data {
        let connection = try LoopbackSocket.connect(to: port)
        defer { close(connection) }
        let head =
            "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
        LoopbackSocket.write(head, to: connection)
        let answer = LoopbackSocket.readAll(from: connection)
        guard let end = answer.range(of: Data("\r\n\r\n".utf8)), answer.starts(with: Data("HTTP/1.1 2".utf8)) else {
            throw Failure(what: "\(method) \(path): " + String(decoding: answer.prefix(200), as: UTF8.self))
        }
        return answer[end.upperBound...]
    }
}
