public import Diagnostics

extension DiagnosticRegistry {
    /// The codes of the job language.
    public static let jobFile = DiagnosticRegistry(
        keysAndTypes + templatesAndPaths + references + meaning + inputsAndSecrets + syncs)
}
