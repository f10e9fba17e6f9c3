import Diagnostics
import Foundation
import JobFile

/// Reads included files from the disk.
struct FileLoader: SourceLoader {
    func load(_ path: String, from file: SourceFile) throws(SourceLoadError) -> SourceFile {
        let url = URL(fileURLWithPath: file.name).deletingLastPathComponent().appendingPathComponent(path)
        guard let data = try? Data(contentsOf: url) else { throw SourceLoadError(message: "no such file") }
        return SourceFile(name: url.path, bytes: Array(data))
    }
}

/// Has included files in memory.
struct MemoryLoader: SourceLoader {
    var files: [SourceFile] = []

    func load(_ path: String, from file: SourceFile) throws(SourceLoadError) -> SourceFile {
        guard let found = files.first(where: { $0.name == path }) else {
            throw SourceLoadError(message: "no such file")
        }
        return found
    }
}
