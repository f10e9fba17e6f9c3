#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif
import Diagnostics
import HTTP
import JobFile
import Secrets

/// A refresh token in a file that is read anew each time, and written back to.
///
/// Symbolic links are followed, as they lead from where a job looks to where a secret is kept; the file that they lead
/// to is replaced, and they stay as they are.
struct RefreshTokenFile: RefreshTokenStore {
    /// A larger file holds no token.
    private static let limit = 64 << 10
    /// How long another process may hold the file at most: it may have to wait for the server, which is given 5 minutes.
    private static let lockLimit = Duration.seconds(360)

    private let path: String
    private let clock: any HTTPClock
    private let redactor: Redactor
    private let failures: RefreshTokenFailures
    private let rescue: RefreshTokenRescue
    let cancelled: TokenFailure

    init(_ path: Located<String>, of source: TokenSourceConfiguration, context: SourceContext) {
        self.path = path.value
        clock = context.clock
        redactor = context.redactor
        failures = RefreshTokenFailures(source, at: path.span, context: context)
        rescue = RefreshTokenRescue(source, context: context)
        cancelled = TokenFailures(source, context.redactor).cancelled()
    }

    func current() throws(TokenFailure) -> Secret {
        try content().token
    }

    /// Writes the file once as it is: that shows all that could go wrong, such as a file that is mounted by itself, which
    /// can be written to but not replaced.
    func checkWritable() throws(TokenFailure) {
        let content = try content()
        do throws(SystemError) {
            try write(content.token, like: content)
        } catch {
            throw failures.notWritable(path, error.message)
        }
    }

    func replace(_ token: Secret) throws(TokenFailure) {
        redactor.register(token)
        // What would not be read back as it is must not take the place of one that is.
        guard !token.reveal().contains(where: \.isWhitespace) else {
            throw failures.notKept(path, "it has a blank or a line break in it", rescuedTo: rescue.keep(token))
        }
        do throws(SystemError) {
            try write(token, like: try? content())
        } catch {
            throw failures.notKept(path, error.message, rescuedTo: rescue.keep(token))
        }
    }

    func exclusively(_ body: @Sendable () async -> TokenSource.Outcome) async -> TokenSource.Outcome {
        let place: RefreshTokenPath
        do throws(SystemError) {
            place = try RefreshTokenPath(path)
        } catch {
            return .failure(failures.unreadable(path, error.message))
        }
        let wait = await FileLock.wait(
            for: "\(place.name).lock", in: place.folder, clock: clock, limit: Self.lockLimit
        ) { () -> Never? in nil }
        switch wait {
        case .locked(let lock):
            defer { lock.end() }
            return await body()
        case .tooLong: return .failure(failures.busy(path))
        case .cancelled: return .failure(cancelled)
        case .failed(let error): return .failure(failures.notWritable(path, error.message))
        case .found: return .failure(cancelled)
        }
    }

    /// What is in the file.
    private struct Content {
        let token: Secret
        let facts: FileFacts
        let hasLineEnd: Bool
    }

    private func content() throws(TokenFailure) -> Content {
        let read: (bytes: [UInt8]?, facts: FileFacts)
        do throws(SystemError) {
            let place = try RefreshTokenPath(path)
            let file = try place.folder.open(place.name, O_RDONLY)
            let facts = try file.facts()
            guard facts.kind == .file else { throw SystemError(code: facts.kind == .folder ? EISDIR : EINVAL) }
            read = (try file.bytes(limit: Self.limit), facts)
        } catch {
            throw failures.unreadable(path, error.message)
        }
        guard let bytes = read.bytes, let text = String(validating: bytes, as: UTF8.self) else {
            throw failures.unreadable(path, "what is in it is no text, or too long")
        }
        let lines = text.split(whereSeparator: \.isNewline)
        guard lines.count < 2 else { throw failures.unreadable(path, "it has more than one line") }
        let line = lines.first.map { $0.filter { !$0.isWhitespace } } ?? ""
        guard !line.isEmpty else { throw failures.unreadable(path, "it is empty") }
        let token = Secret(line)
        redactor.register(token)
        return Content(token: token, facts: read.facts, hasLineEnd: text.last?.isNewline == true)
    }

    private func write(_ token: Secret, like content: Content?) throws(SystemError) {
        let place = try RefreshTokenPath(path)
        let end = content?.hasLineEnd == false ? "" : "\n"
        try place.folder.replace(place.name, with: Array("\(token.reveal())\(end)".utf8), like: content?.facts)
        try place.folder.synchronize()
    }
}
