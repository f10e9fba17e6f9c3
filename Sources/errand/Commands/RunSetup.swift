import ArgumentParser
import Engine

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What commands need from the process they run in.
enum RunSetup {
    /// The process's environment, and the variables of an `--env-file` on top.
    ///
    /// - Throws: exits 64 when the file cannot be read or a line of it is not `NAME=value`.
    static func environment(file: String?) throws -> [String: String] {
        var variables = processEnvironment
        guard let file else { return variables }
        do {
            for (name, value) in try EnvironmentFile.read(path: file) { variables[name] = value }
        } catch {
            throw ValidationError("--env-file \(file): \(error.message)")
        }
        return variables
    }

    private static var processEnvironment: [String: String] {
        var variables: [String: String] = [:]
        var entry = environ
        while let pointer = entry.pointee {
            let text = String(cString: pointer)
            if let separator = text.firstIndex(of: "=") {
                variables[String(text[..<separator])] = String(text[text.index(after: separator)...])
            }
            entry += 1
        }
        return variables
    }
}
