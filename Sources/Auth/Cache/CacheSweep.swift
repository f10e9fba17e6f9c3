import Synchronization

/// Clears away what nobody needs any more: a secret that is changed, or a scope, leaves the files of its key for ever.
enum CacheSweep {
    private static let day: Double = 86_400
    /// After that long without a change no file counts.
    private static let longest = 30 * day
    /// A temporary file is one of a process that was killed.
    private static let temporary = 3600.0
    /// How many names are looked at in one go.
    private static let limit = 10_000
    /// The folders that this process looked through; once is enough.
    private static let swept = Mutex<Set<String>>([])

    /// Looks through a folder, unless this process did so before.
    static func onceIn(_ path: String, _ folder: PrivateFolder, at now: Double) {
        if swept.withLock({ $0.insert(path).inserted }) { sweep(folder.file, at: now) }
    }

    /// Removes the files that are old; one that cannot be removed is no failure.
    static func sweep(_ folder: OpenFile, at now: Double) {
        for name in folder.names(limit: limit) {
            guard let life = life(of: name), let facts = try? folder.facts(of: name), facts.kind == .file,
                now - facts.changed > life
            else { continue }
            // Whoever has the lock touches its file, so it is old only when nobody had it for long.
            guard name.hasSuffix(TokenCacheKey.lockSuffix) else {
                try? folder.remove(name)
                continue
            }
            guard let lock = try? FileLock.take(name, in: folder) else { continue }
            try? folder.remove(name)
            lock.end()
        }
    }

    /// How long a file may lie there; nil for one that is not of this folder.
    private static func life(of name: String) -> Double? {
        if name.hasSuffix(OpenFile.temporarySuffix) { return temporary }
        let suffixes = [TokenCacheKey.tokenSuffix, TokenCacheKey.refusalSuffix, TokenCacheKey.lockSuffix]
        return suffixes.contains { name.hasSuffix($0) } ? longest : nil
    }
}
