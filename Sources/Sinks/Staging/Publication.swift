#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A finished file that took the place of its target; the old one stands beside it until the publication is final.
///
/// The old file gets a second name and the new one is renamed over it, so that there is a file at every moment.
struct Publication {
    private let target: String
    /// Where the old file stands; nil when there was none.
    private let old: String?

    /// Puts a file in the place of its target.
    ///
    /// - Parameter nameTwice: gives a file a second name, where the file system can.
    /// - Throws: what the system says, or that the target is no file any more. Nothing has changed then.
    static func publish(
        _ path: String, as target: String, nameTwice: (String, String) -> Bool = { link($0, $1) == 0 }
    ) throws(SystemError) -> Publication {
        let old = try keepOld(target, nameTwice: nameTwice)
        do {
            try SystemError.check { rename(path, target) }
        } catch {
            // Renaming covers both ways in which it is kept; of two names of one file it leaves both.
            if let old, rename(old, target) == 0 { unlink(old) }
            throw error
        }
        return Publication(target: target, old: old)
    }

    /// Gives the old file a second name, or moves it there where a file cannot have two.
    private static func keepOld(
        _ target: String, nameTwice: (String, String) -> Bool
    ) throws(SystemError) -> String? {
        guard let status = try FileStatus.at(target) else { return nil }
        guard status.kind == .file else { throw SystemError(code: status.kind == .folder ? EISDIR : EEXIST) }
        let old = StagingName.newPath(beside: target)
        if !nameTwice(target, old) { try SystemError.check { rename(target, old) } }
        return old
    }

    /// Puts the old file back.
    func takeBack() throws(SystemError) {
        if let old {
            try SystemError.check { rename(old, target) }
        } else {
            try SystemError.check { unlink(target) }
        }
    }

    /// Removes the old file.
    func seal() throws(SystemError) {
        if let old { try SystemError.check { unlink(old) } }
    }
}
