import Foundation

/// A port of this machine where nothing is ever answered.
final class LoopbackPort: Sendable {
    struct Failure: Error {}

    let number: UInt16
    let descriptor: Int32

    /// Takes a free port; connections are refused there unless it listens, and then they are held in silence.
    init(isListening: Bool) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Failure() }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { [descriptor] pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
            }
        }
        number = UInt16(bigEndian: address.sin_port)
        guard isBound, !isListening || listen(descriptor, 16) == 0 else { throw Failure() }
    }

    deinit {
        close(descriptor)
    }

    var url: String { "http://127.0.0.1:\(number)/" }
}
