import Foundation
import Synchronization

/// TCP on 127.0.0.1, blocking.
enum LoopbackSocket {
    /// A connection to a port.
    static func connect(to port: Int) throws -> Int32 {
        let socket = try open()
        let isConnected = withAddress(port) { Glibc.connect(socket, $0, $1) == 0 }
        guard isConnected else {
            defer { close(socket) }
            throw LoopbackClient.Failure(what: "cannot connect to port \(port): errno \(errno)")
        }
        return socket
    }

    /// A listening socket, and the free port it took.
    static func listen() throws -> (socket: Int32, port: Int) {
        let socket = try open()
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening =
            withAddress(0) { bind(socket, $0, $1) == 0 } && Glibc.listen(socket, 64) == 0
            && withUnsafeMutablePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket, $0, &length) == 0 }
            }
        guard isListening else {
            defer { close(socket) }
            throw LoopbackClient.Failure(what: "cannot listen: errno \(errno)")
        }
        return (socket, Int(UInt16(bigEndian: address.sin_port)))
    }

    /// The ports that were given away: one must not go to two servers while neither has taken it yet.
    private static let given = Mutex<Set<Int>>([])

    /// A port that was free a moment ago, for servers that cannot choose one themselves; each port once.
    static func freePort() throws -> Int {
        while true {
            let (socket, port) = try listen()
            close(socket)
            if given.withLock({ $0.insert(port).inserted }) { return port }
        }
    }

    /// Writes a text, as far as the other side takes it.
    static func write(_ text: String, to connection: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count < 0 {
                if errno == EINTR { continue }
                return
            }
            rest = rest.dropFirst(count)
        }
    }

    /// Everything until the other side closes.
    static func readAll(from connection: Int32) -> Data {
        var data = Data()
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = read(connection, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return data }
            data.append(contentsOf: buffer[..<count])
        }
    }

    /// The head of a request, up to its empty line.
    static func readHead(from connection: Int32) -> Data {
        var data = Data()
        var buffer = [UInt8](repeating: 0, count: 4096)
        while data.range(of: Data("\r\n\r\n".utf8)) == nil {
            let count = read(connection, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { break }
            data.append(contentsOf: buffer[..<count])
        }
        return data
    }

    private static func open() throws -> Int32 {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { throw LoopbackClient.Failure(what: "no socket: errno \(errno)") }
        return socket
    }

    private static func withAddress<Value>(
        _ port: Int, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Value
    ) -> Value {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}
