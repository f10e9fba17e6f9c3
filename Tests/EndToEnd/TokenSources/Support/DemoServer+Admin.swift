import Foundation

extension DemoServer {
    /// Moves one of the levers, such as `clients` or `clock`, whose bodies are JSON.
    @discardableResult
    func admin(_ lever: String, _ body: [String: JSONAny] = [:]) throws -> Data {
        try LoopbackClient.send("POST", "/admin/\(lever)", port: port, json: JSONEncoder().encode(body))
    }

    /// Registers a client, or replaces one.
    func register(_ id: String, _ members: [String: JSONAny] = [:]) throws {
        try admin("clients", members.merging(["id": .string(id)]) { _, new in new })
    }

    /// Makes a client's secret wrong, and another one right.
    func rotateSecret(of id: String, to secret: String) throws {
        try admin("rotate-secret", ["id": .string(id), "secret": .string(secret)])
    }

    /// The token requests that came in, the oldest first; only the last fifty are kept.
    func tokenRequests() throws -> [TokenRequest] {
        try JSONDecoder().decode(
            [TokenRequest].self, from: LoopbackClient.send("GET", "/admin/requests", port: port))
    }

    /// What became of the tokens of a client.
    struct TokenCounts: Decodable, Equatable {
        var issued = 0
        var refused = 0
        var revoked = 0
    }

    /// What became of the tokens of a client; nothing for one that never came.
    func tokens(of client: String) throws -> TokenCounts {
        struct Answer: Decodable { var clients: [String: TokenCounts] }
        let data = try LoopbackClient.send("GET", "/admin/tokens", port: port)
        return try JSONDecoder().decode(Answer.self, from: data).clients[client] ?? TokenCounts()
    }
}

extension LoopbackClient {
    /// Sends a request with a JSON body and returns the body of a good answer.
    static func send(_ method: String, _ path: String, port: Int, json: Data) throws -> Data {
        let connection = try LoopbackSocket.connect(to: port)
        defer { close(connection) }
        let head =
            "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nContent-Length: \(json.count)\r\n\r\n"
        LoopbackSocket.write(head + String(decoding: json, as: UTF8.self), to: connection)
        let answer = LoopbackSocket.readAll(from: connection)
        guard let end = answer.range(of: Data("\r\n\r\n".utf8)), answer.starts(with: Data("HTTP/1.1 2".utf8)) else {
            throw Failure(what: "\(method) \(path): " + String(decoding: answer.prefix(400), as: UTF8.self))
        }
        return answer[end.upperBound...]
    }
}
