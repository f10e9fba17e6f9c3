#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The folder that the paths of outputs start from.
public struct OutputFolder: Sendable, Hashable {
    private let path: String

    /// A folder by its path; it need not exist.
    public init(_ path: String) {
        self.path = path
    }

    /// The path of an output that the job file names: relative to the folder, or absolute.
    ///
    /// - Throws: that it is no path.
    public func resolve(_ path: String) throws(SinkError) -> String {
        guard !path.isEmpty else { throw Self.unsuitable(path, "the path is empty") }
        guard !path.utf8.contains(0) else { throw Self.unsuitable(path, "the path has a NUL in it") }
        return PathParts.join(self.path, path)
    }

    /// The path of an output that response data has a part in: it may not leave the folder.
    ///
    /// - Throws: that it is no path, or would leave the folder: by `..`, by beginning at the top, or through a symbolic
    ///   link.
    public func resolveInside(_ path: String) throws(SinkError) -> String {
        var names: [String] = []
        guard path.utf8.first != UInt8(ascii: "/") else { throw Self.outside(path, "it begins with a slash") }
        // By bytes, as the system does: to Swift a slash with an accent behind it is another character.
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for part in parts {
            let name = String(Substring(part))
            switch name {
            case "": throw Self.unsuitable(path, "a part of the path is empty")
            case ".": continue
            case "..": throw Self.outside(path, "it goes up with '..'")
            default: break
            }
            guard name.utf8.count <= 255 else { throw Self.unsuitable(path, "a part of the path has over 255 bytes") }
            names.append(name)
        }
        guard let last = parts.last, !last.elementsEqual(".".utf8) else {
            throw Self.unsuitable(path, "it names no file")
        }
        try checkLinks(to: names, of: path)
        return try resolve(names.joined(separator: "/"))
    }

    /// Follows the symbolic links that stand on the way already.
    private func checkLinks(to names: [String], of path: String) throws(SinkError) {
        var place = self.path.isEmpty ? "." : self.path
        for name in names {
            place = PathParts.asPrefix(place) + name
            let status = try SinkError.wrapping(.open, path, try FileStatus.at(place))
            guard let status else { return }
            guard status.kind == .link else { continue }
            let folder = try Self.realPath(self.path.isEmpty ? "." : self.path, of: path)
            let destination = try Self.realPath(place, of: path)
            guard destination.utf8.starts(with: PathParts.asPrefix(folder).utf8) else {
                throw Self.outside(path, "a symbolic link on the way leads elsewhere")
            }
        }
    }

    private static func realPath(_ place: String, of path: String) throws(SinkError) -> String {
        guard let resolved = realpath(place, nil) else {
            throw errno == ENOENT
                ? outside(path, "a symbolic link on the way leads nowhere")
                : SinkError(.last, path: path, operation: .open)
        }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static func unsuitable(_ path: String, _ message: String) -> SinkError {
        SinkError(
            .unsuitable, path: path, operation: .open, message: message,
            advice: "give a path such as customers/17.json; `| filename` makes a name of any text")
    }

    private static func outside(_ path: String, _ message: String) -> SinkError {
        SinkError(
            .outsideFolder, path: path, operation: .open,
            message: "response data may not lead out of the output folder, and \(message)",
            advice: "`| filename` makes a name of any text")
    }
}
