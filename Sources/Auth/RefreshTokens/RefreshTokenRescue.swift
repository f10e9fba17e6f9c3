import Diagnostics
import JWT
import JobFile
import Secrets

/// Keeps a new refresh token that has no other place: the old one is spent, and it would be lost with the run.
struct RefreshTokenRescue: Sendable {
    private let source: TokenSourceConfiguration
    private let folder: String?
    private let redactor: Redactor

    init(_ source: TokenSourceConfiguration, context: SourceContext) {
        self.source = source
        folder = context.cacheFolder
        redactor = context.redactor
    }

    /// Writes it to a file of its own beside the tokens, which only its owner can read; nil when that cannot be done.
    func keep(_ token: Secret) -> String? {
        redactor.register(token)
        guard let folder, let opened = try? PrivateFolder(folder, isMade: true) else { return nil }
        // By the job and the source alone: the next one takes the place of this one, which is of no use then.
        var material = KeyMaterial()
        let job = source.span.file.name
        material.add("refresh token", [(try? RealPath.of(job)) ?? job, source.name])
        let name = "\(material.digest).refresh-token"
        do throws(SystemError) {
            try opened.write(Array("\(token.reveal())\n".utf8), to: name)
            return "\(folder)/\(name)"
        } catch {
            return nil
        }
    }
}
