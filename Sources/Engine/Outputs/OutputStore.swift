import Sinks

/// The outputs of a run: opened once each, written in order, and published together or taken back.
///
/// Its work blocks, so it runs outside the cooperative pool.
actor OutputStore {
    /// One output, and the call that owns it.
    private struct Entry {
        let output: any Output
        let call: String
        let isAppended: Bool
        /// Whether an answer was accepted for it: an output that no answer reached leaves what is there alone.
        var isTouched = false
        var isFinished = false
    }

    /// How many files are kept open at the same time.
    static let openLimit = 256

    private nonisolated let executor = BlockingExecutor(label: "errand.outputs")
    private var entries: [String: Entry] = [:]
    private var order: [String] = []
    /// The sinks that hold a descriptor, the oldest first.
    private var open: [String] = []
    /// The call that each output belongs to, also after it was published.
    private var owners: [String: String] = [:]

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Opens an output, so that one that cannot be written is known before anything is sent.
    ///
    /// - Throws: what the system says, or that another call writes there already.
    func open(_ configuration: SinkConfiguration, for call: String) throws(SinkError) {
        _ = try sink(configuration, for: call)
    }

    /// Opens the file that an answer's body is streamed to.
    func openDownload(_ path: String, for call: String) throws(SinkError) -> DownloadFile {
        if let entry = entries[path] { throw Self.conflict(path, entry.call) }
        let file = try DownloadFile(path: path)
        add(Entry(output: file, call: call, isAppended: false), at: path)
        return file
    }

    /// The answer for a download was accepted: the file will be published.
    func finishDownload(_ path: String) throws(SinkError) {
        entries[path]?.isTouched = true
        entries[path]?.isFinished = true
        try entries[path]?.output.finish()
    }

    /// No answer was accepted for a download.
    func discardDownload(_ path: String) throws(SinkError) {
        guard let entry = entries[path], !entry.isFinished else { return }
        forget([path])
        try entry.output.rollback()
    }

    /// An output will be published although nothing is written to it.
    func touch(_ configuration: SinkConfiguration) {
        entries[Self.key(configuration)]?.isTouched = true
    }

    /// Writes the records of a page to each of the outputs.
    func write(_ batch: RecordBatch, to configurations: [SinkConfiguration], for call: String) throws(SinkError) {
        for configuration in configurations {
            let sink = try sink(configuration, for: call)
            entries[Self.key(configuration)]?.isTouched = true
            try sink.write(batch)
        }
    }

    /// Puts the records of a page aside for later calls.
    func append(_ batch: RecordBatch, to spool: Spool) throws(SinkError) {
        try spool.append(batch)
    }

    /// Writes a body to stdout as it came.
    func print(_ body: [UInt8]) throws(SinkError) {
        let output = try DownloadFile(path: "/dev/stdout")
        try body.withUnsafeBufferPointer { (bytes) throws(SinkError) in
            try output.write(UnsafeRawBufferPointer(bytes))
        }
        try output.finish()
    }

    /// The call that an output belongs to.
    func owner(of path: String) -> String? { owners[path] }

    /// The call ended well: what it appended stays, whatever comes after.
    func checkpoint(_ call: String) throws(SinkError) {
        let keys = order.filter { entries[$0]?.call == call }
        for key in keys where entries[key]?.isAppended == false {
            try (entries[key]?.output as? any Sink)?.checkpoint()
        }
        try commit(keys.filter { entries[$0]?.isAppended == true })
    }

    /// Makes everything durable, then shows it all together; what no answer reached is taken back.
    ///
    /// - Throws: the first error; what was not yet shown is taken back then.
    func publish() throws(SinkError) {
        try commit(order)
    }

    /// Takes back what is not published, of one call or of all.
    ///
    /// - Returns: what could not be taken back.
    @discardableResult
    func rollback(_ call: String? = nil) -> [SinkError] {
        let keys = order.filter { call == nil || entries[$0]?.call == call }
        let failures = OutputSet.rollback(keys.compactMap { entries[$0]?.output })
        forget(keys)
        return failures
    }

    private func commit(_ keys: [String]) throws(SinkError) {
        let committed = keys.compactMap { entries[$0] }
        forget(keys)
        let untouched = OutputSet.rollback(committed.filter { !$0.isTouched }.map(\.output))
        let touched = committed.filter(\.isTouched).map(\.output)
        if let failure = untouched.first {
            _ = OutputSet.rollback(touched)
            throw failure
        }
        try OutputSet.commit(touched)
    }

    private func forget(_ keys: [String]) {
        for key in keys { entries[key] = nil }
        order.removeAll { entries[$0] == nil }
        open.removeAll { entries[$0] == nil }
    }

    private func sink(_ configuration: SinkConfiguration, for call: String) throws(SinkError) -> any Sink {
        let key = Self.key(configuration)
        if let entry = entries[key] {
            // Calls may share stdout, one after the other.
            guard entry.call == call || configuration.target == .stdout, let sink = entry.output as? any Sink else {
                throw Self.conflict(key, entry.call)
            }
            guard !entry.isFinished else {
                throw SinkError(
                    .unsuitable, path: key, operation: .write,
                    message: "more than \(Self.openLimit) files of this call are being written side by side",
                    advice: "order the items so that those of a file come together, or write to one file")
            }
            return sink
        }
        try closeOldest()
        let sink = try configuration.open()
        add(Entry(output: sink, call: call, isAppended: configuration.mode == .append), at: key)
        open.append(key)
        return sink
    }

    private func closeOldest() throws(SinkError) {
        guard open.count >= Self.openLimit else { return }
        let oldest = open.removeFirst()
        try entries[oldest]?.output.finish()
        entries[oldest]?.isFinished = true
    }

    private func add(_ entry: Entry, at key: String) {
        entries[key] = entry
        owners[key] = entry.call
        order.append(key)
    }

    private static func key(_ configuration: SinkConfiguration) -> String {
        switch configuration.target {
        case .stdout: "stdout"
        case .file(let path): path
        }
    }

    private static func conflict(_ key: String, _ call: String) -> SinkError {
        SinkError(
            .unsuitable, path: key, operation: .open,
            message: "the call '\(call)' writes there already", advice: "give each call a file of its own")
    }
}
