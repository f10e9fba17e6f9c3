import Diagnostics
import JobFile
import Processes
import Secrets

/// Gets the values of a job's `secrets` from where they are kept.
struct SecretResolver {
    /// The largest secret, in bytes.
    static let maximumSize = 1 << 20
    /// How long a command may take to print its secret.
    static let commandTimeout = Duration.seconds(60)

    let environment: [String: String]
    /// The folder that relative paths start from: the job file's.
    let folder: String

    /// Gets all of them; those that cannot be had become diagnostics.
    func resolve(
        _ declarations: [SecretDeclaration], diagnostics: inout DiagnosticList
    ) async -> [String: Secret] {
        var secrets: [String: Secret] = [:]
        for declaration in declarations {
            do {
                secrets[declaration.name] = try await resolve(declaration)
            } catch {
                diagnostics.add(
                    Diagnostic(
                        code: .secretUnavailable, severity: .error,
                        title: "the secret '\(declaration.name)' is not to be had", span: declaration.span,
                        label: error.message, notes: error.notes))
            }
        }
        return secrets
    }

    private func resolve(_ declaration: SecretDeclaration) async throws(SecretError) -> Secret {
        switch declaration.source {
        case .environment(let name):
            guard let value = environment[name], !value.isEmpty else {
                throw SecretError(
                    "the environment variable \(name) is not set",
                    notes: ["set it, or pass --env-file FILE with a line \(name)=…"])
            }
            return Secret(value)
        case .file(let path):
            return try read(path: path.hasPrefix("/") ? path : folder + "/" + path)
        case .credential(let name):
            guard let directory = environment["CREDENTIALS_DIRECTORY"] else {
                throw SecretError(
                    "CREDENTIALS_DIRECTORY is not set",
                    notes: ["systemd sets it for a unit with LoadCredential=\(name):… or SetCredential=\(name):…"])
            }
            return try read(path: directory + "/" + name)
        case .command(let arguments):
            return try await run(arguments)
        }
    }

    private func read(path: String) throws(SecretError) -> Secret {
        let bytes: [UInt8]
        do {
            bytes = try FileReader.read(path: path, limit: Self.maximumSize)
        } catch {
            throw SecretError("\(path): \(error.message)")
        }
        return try secret(from: bytes, of: path)
    }

    private func run(_ arguments: [String]) async throws(SecretError) -> Secret {
        let bytes: [UInt8]
        do {
            bytes = try await ProcessRunner(environment: environment).run(
                arguments, timeout: Self.commandTimeout, limit: Self.maximumSize)
        } catch {
            throw SecretError(error.message, notes: error.notes.map { TerminalText.escape($0) })
        }
        return try secret(from: bytes, of: arguments[0])
    }

    private func secret(from bytes: [UInt8], of origin: String) throws(SecretError) -> Secret {
        guard var text = String(validating: bytes, as: UTF8.self) else {
            throw SecretError("\(origin) is not UTF-8 text")
        }
        // Editors and most commands end their output with a line break that is not part of the secret.
        if text.hasSuffix("\r\n") || text.hasSuffix("\n") { text.removeLast() }
        guard !text.isEmpty else { throw SecretError("\(origin) is empty") }
        return Secret(text)
    }
}

/// Why a secret is not to be had.
struct SecretError: Error {
    let message: String
    let notes: [String]

    init(_ message: String, notes: [String] = []) {
        self.message = message
        self.notes = notes
    }
}
