import Diagnostics
import JobFile

/// Reads the files that a job includes, from paths relative to the including file.
struct FileSourceLoader: SourceLoader {
    func load(_ path: String, from file: SourceFile) throws(SourceLoadError) -> SourceFile {
        let path = FilePath.resolve(path, in: FilePath.folder(of: file.name))
        do throws(FileReader.Failure) {
            return SourceFile(name: path, bytes: try FileReader.read(path: path, limit: JobLoading.maximumSize))
        } catch {
            throw SourceLoadError(message: error.message)
        }
    }
}
