public import Diagnostics
import Auth
import JobFile
import YAML

extension DiagnosticRegistry {
    /// The codes of all layers.
    public static let all = DiagnosticRegistry(merging: [
        .yaml, .jobFile, .auth, .ownSources, .refreshTokens, .engine, .longJobs, .sync,
    ])
}
