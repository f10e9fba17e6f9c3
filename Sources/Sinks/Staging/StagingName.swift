#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif
import Synchronization

/// The name of a temporary file beside its target: `.orders.csv.errand-PROCESS-TOKEN-NUMBER`.
///
/// The token is drawn once for a process, so that nobody can guess a name and put a file of theirs in its place.
struct StagingName: Hashable {
    private static let token = String(UInt64.random(in: 1 << 60...UInt64.max), radix: 16)
    private static let number = Atomic<Int>(0)
    private static let marker = ".errand"

    private let process: Int32
    private let token: Substring

    /// A path for a new temporary file beside a target.
    static func newPath(beside target: String) -> String {
        let number = number.add(1, ordering: .relaxed).newValue
        let suffix = "\(marker)-\(getpid())-\(token)-\(number)"
        // File systems take names of up to 255 bytes.
        var name = PathParts.name(of: target)
        while name.utf8.count + suffix.utf8.count > 254 { name.removeLast() }
        return PathParts.join(PathParts.folder(of: target), ".\(name)\(suffix)")
    }

    /// The parts of a name; nil when it is not one of ours.
    init?(_ name: String) {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false).suffix(4)
        guard name.utf8.first == UInt8(ascii: "."), parts.count == 4, parts[parts.startIndex].hasSuffix(Self.marker),
            let process = Int32(parts[parts.startIndex + 1]), process > 0,
            parts[parts.startIndex + 2].utf8.count == Self.token.utf8.count, Int(parts[parts.startIndex + 3]) != nil
        else { return nil }
        self.process = process
        token = parts[parts.startIndex + 2]
    }

    /// Whether the process that made it is gone, as far as can be seen from here.
    ///
    /// A process in another container may seem to be gone; its file has a lock as long as it is written.
    var isAbandoned: Bool {
        guard token != Self.token else { return false }
        return process == getpid() || (kill(process, 0) == -1 && errno == ESRCH)
    }
}
