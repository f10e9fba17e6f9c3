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
            return (try mode.destination(at: path), path)
        }
    }
}

extension SinkConfiguration.Mode {
    /// Opens what a path leads to.
    func destination(at path: String) throws(SinkError) -> any Destination {
        switch try FileTarget(path) {
        case .stream(let descriptor): StreamDestination(descriptor, path: path)
        case .file(let target, let existing):
            switch self {
            case .replace: try StagedFile(target, replacing: existing)
            case .append: try AppendedFile(target)
            }
        }
    }
}

extension SinkError {
    /// Something was written after the end.
    static func closed(_ path: String) -> SinkError {
        SinkError(.unsuitable, path: path, operation: .write, message: "it is finished already")
    }
}
