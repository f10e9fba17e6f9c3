import JSON
import Sinks
import State

/// The outputs of a run, and its state: opened once each, written in order, and made durable together or taken back.
///
/// Its work blocks, so it runs outside the cooperative pool. Outputs and state share this one thread, so that what
/// belongs together, such as rows and their watermark, is committed without anything between.
actor OutputStore {
    /// One output, and the call that owns it.
    struct Entry {
        let output: any Output
        let call: String
        /// Whether it is added to, so that it is committed before the end of the run.
        let isCommittedEarly: Bool
        let isTable: Bool
        /// Whether it is a file that is replaced as a whole, which no other run of the process may write to meanwhile.
        var isReplacedFile = false
        /// Whether an answer was accepted for it: an output that no answer reached leaves what is there alone.
        var isTouched = false
        var isFinished = false
        /// Whether the state knows how long the file was.
        var journal: String?
    }

    /// How many files are kept open at the same time.
    static let openLimit = 256

    private nonisolated let executor = BlockingExecutor(label: "errand.outputs")
    var entries: [String: Entry] = [:]
    var order: [String] = []
    /// The sinks that hold a descriptor, the oldest first.
    private var open: [String] = []
    /// The call that each output belongs to, also after it was published.
    private var owners: [String: String] = [:]
    let databases = DatabaseSessions()
    /// The name of the job, for the state.
    let job: String
    /// Where publications are noted, so that one that dies half way is completed by the next run.
    let publications: PublicationJournal?
    var state: OpenState?
    /// The calls and items whose position is followed.
    var ledgers: [StateScope: SyncLedger] = [:]
    /// The calls each of whose windows has files of its own.
    private var windowCalls: Set<String> = []
    /// What calls remember, to be kept when their outputs are safe.
    var staged: [(call: String, change: StateChange)] = []

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Makes the store of a run.
    init(job: String = "", publications: PublicationJournal? = nil) {
        self.job = job
        self.publications = publications
    }

    /// Opens an output, so that one that cannot be written is known before anything is sent.
    ///
    /// - Throws: what the system says, or that another call writes there already.
    func open(_ configuration: SinkConfiguration, for call: String) throws(SinkError) {
        _ = try sink(configuration, for: call)
    }

    /// The files of a call are complete with each of its windows, and are shown then.
    func publishesWindows(of call: String) {
        windowCalls.insert(call)
    }

    /// Opens the file that an answer's body is streamed to.
    func openDownload(_ path: String, for call: String) throws(SinkError) -> DownloadFile {
        if let entry = entries[path] { throw Self.conflict(path, entry.call) }
        let file = try DownloadFile(path: path)
        add(Entry(output: file, call: call, isCommittedEarly: false, isTable: false), at: path)
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
        for configuration in configurations { try write(batch, to: configuration, for: call) }
    }

    func write(_ batch: RecordBatch, to configuration: SinkConfiguration, for call: String) throws(SinkError) {
        let sink = try sink(configuration, for: call)
        entries[Self.key(configuration)]?.isTouched = true
        try sink.write(batch)
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

    func forget(_ keys: [String]) {
        for key in keys {
            guard let entry = entries.removeValue(forKey: key) else { continue }
            if entry.isReplacedFile { ReplacedFiles.shared.giveBack(key) }
        }
        order.removeAll { entries[$0] == nil }
        open.removeAll { entries[$0] == nil }
    }

    func sink(_ configuration: SinkConfiguration, for call: String) throws(SinkError) -> any Sink {
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
        // Two runs of a process that replace one file would each show half of the truth.
        let isReplacedFile = configuration.isReplacedFile
        if isReplacedFile { try ReplacedFiles.shared.take(key) }
        let sink: any Sink
        do throws(SinkError) {
            sink = try configuration.open(in: databases)
        } catch {
            if isReplacedFile { ReplacedFiles.shared.giveBack(key) }
            throw error
        }
        let isFile = configuration.isFile
        add(
            Entry(
                output: sink, call: call,
                isCommittedEarly: configuration.mode != .replace || windowCalls.contains(call),
                isTable: configuration.isTable, isReplacedFile: isReplacedFile), at: key)
        if isFile { open.append(key) }
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

    static func key(_ configuration: SinkConfiguration) -> String { configuration.name }

    private static func conflict(_ key: String, _ call: String) -> SinkError {
        SinkError(
            .unsuitable, path: key, operation: .open,
            message: "the call '\(call)' writes there already", advice: "give each call a file of its own")
    }
}

extension SinkConfiguration {
    /// Whether it is a table of a database.
    var isTable: Bool {
        switch target {
        case .stdout, .file: false
        case .sqlite, .postgres: true
        }
    }

    /// Whether it is a file that is replaced as a whole; devices such as `/dev/null` may be written by many.
    fileprivate var isReplacedFile: Bool {
        guard case .file(let path) = target else { return false }
        return mode == .replace && !path.hasPrefix("/dev/")
    }

    /// Whether it holds a descriptor of its own.
    fileprivate var isFile: Bool {
        switch target {
        case .stdout, .file: true
        case .sqlite, .postgres: false
        }
    }
}
