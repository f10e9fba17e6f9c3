#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif
import Synchronization

extension OpenFile {
    /// What the name of a temporary file ends with.
    static let temporarySuffix = ".errand-tmp"

    /// Drawn once for a process, so that nobody can guess the name of a temporary file and put one of theirs there.
    private static let token = String(UInt64.random(in: 1 << 60...UInt64.max), radix: 16)
    private static let count = Atomic<Int>(0)

    /// Puts a file of these bytes in the place of another one of the folder, so that there is no half of it ever.
    ///
    /// - Parameter replaced: the file whose permissions and owner it gets; nil for one that only its owner can read.
    func replace(_ target: String, with bytes: [UInt8], like replaced: FileFacts? = nil) throws(SystemError) {
        let number = Self.count.add(1, ordering: .relaxed).newValue
        let name = ".\(target.prefix(60))-\(getpid())-\(Self.token)-\(number)\(Self.temporarySuffix)"
        let file = try open(name, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
        do throws(SystemError) {
            try file.writeAll(bytes)
            if let replaced {
                let made = try file.facts()
                if made.owner != replaced.owner || made.group != replaced.group {
                    try file.setOwner(replaced.owner, replaced.group)
                }
            }
            // Also where it is the usual one: the process's mask may have taken the owner's rights away.
            try file.setMode(replaced?.mode ?? 0o600)
            try file.synchronize()
            try rename(name, to: target)
        } catch {
            try? remove(name)
            throw error
        }
    }
}
