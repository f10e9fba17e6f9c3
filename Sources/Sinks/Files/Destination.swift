/// Where the bytes of an output go.
protocol Destination: Output {
    /// Adds bytes.
    func write(_ bytes: UnsafeRawBufferPointer) throws(SinkError)

    /// Makes permanent what was added, where it was added behind what was there.
    func checkpoint() throws(SinkError)

    /// Forgets the bytes written so far.
    ///
    /// - Throws: that they cannot be taken back.
    func restart() throws(SinkError)
}

extension SinkConfiguration {
    /// Opens the target; the name is for messages.
    func destination() throws(SinkError) -> (destination: any Destination, path: String) {
        switch target {
        case .stdout: return (try StreamDestination.standardOutput(), StreamDestination.standardOutputName)
        case .file(let path):
            guard mode == .replace || format != .json else {
                throw SinkError(
                    .unsuitable, path: path, operation: .open, message: "nothing can be added to a JSON array",
                    advice: "use JSON Lines (.jsonl), or mode: replace")
            }
            guard mode != .merge else {
                throw SinkError(
                    .unsuitable, path: path, operation: .open, message: "records can be merged only into a table",
                    advice: "use sqlite or postgres, or mode: append")
            }
            return (try mode.destination(at: path, compression: compression), path)
        case .sqlite, .postgres:
            throw SinkError(.unsuitable, path: name, operation: .open, message: "a table is no file")
        }
    }
}

extension SinkConfiguration.Mode {
    /// Opens what a path leads to.
    func destination(at path: String, compression: Compression? = nil) throws(SinkError) -> any Destination {
        let destination: any Destination =
            switch try FileTarget(path) {
            case .stream(let descriptor): StreamDestination(descriptor, path: path)
            case .file(let target, let existing):
                switch self {
                case .replace: try StagedFile(target, replacing: existing)
                case .append, .merge: try AppendedFile(target, isText: compression == nil)
                }
            }
        guard let compression else { return destination }
        do throws(SinkError) {
            return try CompressedDestination(destination, compression, path: path)
        } catch {
            try? destination.rollback()
            throw error
        }
    }
}

extension SinkError {
    /// Something was written after the end.
    static func closed(_ path: String) -> SinkError {
        SinkError(.unsuitable, path: path, operation: .write, message: "it is finished already")
    }
}
