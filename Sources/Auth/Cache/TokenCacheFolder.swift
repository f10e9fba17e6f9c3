import HTTP

/// The files of one source in the folder of the tokens.
///
/// Whatever goes wrong with them is as if they were not there: a run goes on without.
struct TokenCacheFolder: Sendable {
    private let path: String
    private let clock: any HTTPClock
    private let warnings: WarningOnce
    /// Whether what goes wrong is not worth a word: for a job that did not ask for anything to be kept.
    private var isQuiet: Bool

    init(_ path: String, clock: any HTTPClock, isQuiet: Bool, warnings: WarningOnce) {
        self.path = path
        self.clock = clock
        self.isQuiet = isQuiet
        self.warnings = warnings
    }

    /// The same folder, for somebody who asked for something to be done there.
    var outspoken: TokenCacheFolder {
        var folder = self
        folder.isQuiet = false
        return folder
    }

    /// The open folder; nil when there is none, or none that is safe.
    func open(isMade: Bool) -> PrivateFolder? {
        do throws(PrivateFolder.Problem) {
            return try PrivateFolder(path, isMade: isMade)
        } catch {
            switch error {
            case .missing: if isMade { warn("it cannot be made") }
            case .unusable(let reason): warn(reason)
            }
            return nil
        }
    }

    /// Puts bytes into a file; that it cannot be done is said, and no failure.
    func write(_ bytes: [UInt8], to name: String) {
        guard let folder = open(isMade: true) else { return }
        CacheSweep.onceIn(path, folder, at: clock.wallClock())
        do throws(SystemError) {
            try folder.write(bytes, to: name)
        } catch {
            warn(error.message)
        }
    }

    /// Removes a file.
    func remove(_ name: String) {
        guard let folder = open(isMade: false) else { return }
        do throws(SystemError) {
            try folder.remove(name)
        } catch {
            warn(error.message)
        }
    }

    /// Says that tokens are not kept, and why.
    func warn(_ reason: String) {
        if !isQuiet { warnings.say("tokens are not kept in \(path): \(reason)") }
    }
}
