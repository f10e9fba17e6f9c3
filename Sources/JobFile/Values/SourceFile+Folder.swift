internal import Diagnostics

extension SourceFile {
    /// A path that starts from the file's folder, unless it is absolute.
    func resolve(_ path: String) -> String {
        guard !path.hasPrefix("/"), let slash = name.lastIndex(of: "/") else { return path }
        return name[...slash] + path
    }
}
