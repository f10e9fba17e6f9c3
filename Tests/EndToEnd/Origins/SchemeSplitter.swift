import Foundation

/// One port for both schemes: what begins as TLS goes to one port of loopback, everything else to another one.
final class SchemeSplitter: Sendable {
    let port: Int
    private let socket: Int32

    init(plain: Int, secure: Int) throws {
        let (socket, port) = try LoopbackSocket.listen()
        self.socket = socket
        self.port = port
        Thread {
            while true {
                let connection = accept(socket, nil, nil)
                guard connection >= 0 else {
                    if errno == EINTR || errno == ECONNABORTED { continue }
                    close(socket)
                    return
                }
                _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
                Thread { Self.pass(connection, plain: plain, secure: secure) }.start()
            }
        }.start()
    }

    deinit {
        shutdown(socket, Int32(SHUT_RDWR))
    }

    private static func pass(_ client: Int32, plain: Int, secure: Int) {
        defer { close(client) }
        var first: UInt8 = 0
        guard recv(client, &first, 1, Int32(MSG_PEEK)) == 1,
            // 22 is a TLS handshake.
            let server = try? LoopbackSocket.connect(to: first == 22 ? secure : plain)
        else { return }
        let forward = Thread { copy(from: client, to: server) }
        forward.start()
        copy(from: server, to: client)
        while !forward.isFinished { usleep(1000) }
        close(server)
    }

    /// Copies until one side ends, and tells the other one.
    private static func copy(from source: Int32, to target: Int32) {
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = read(source, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { break }
            var rest = buffer[..<count]
            while !rest.isEmpty {
                let sent = rest.withUnsafeBytes { send(target, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
                guard sent > 0 else { break }
                rest = rest.dropFirst(sent)
            }
        }
        shutdown(target, Int32(SHUT_WR))
        shutdown(source, Int32(SHUT_RD))
    }
}
