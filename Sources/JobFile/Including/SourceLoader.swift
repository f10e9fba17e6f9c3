public import Diagnostics

/// Reads the files that a job includes; so that checking a job touches no file itself.
public protocol SourceLoader: Sendable {
    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: the path as written.
    ///   - file: the file in which it is written; a relative path starts from its folder.
    /// - Throws: why the file cannot be read.
    func load(_ path: String, from file: SourceFile) throws(SourceLoadError) -> SourceFile
}
