public import HTTP
public import Secrets

/// What a run needs besides its job.
public struct RunSettings: Sendable {
    /// What sends the requests.
    public var transport: any Transport
    /// What waits: for retries, rate limits and the deadline.
    public var clock: any HTTPClock
    /// Learns tokens and extracted secrets.
    public var redactor: Redactor
    /// Sees what happens.
    public var observer: any RunObserver
    /// Tells the run to stop.
    public var interruption: Interruption
    /// The folder that the paths of outputs start from; default the current one.
    public var outputFolder: String
    /// The folder that the files of request bodies and loops start from; default the current one.
    public var workingFolder: String
    /// The folder for records that are put aside.
    public var temporaryFolder: String
    /// The only call to run, with those that it refers to, which write nothing then; nil for all.
    public var only: String?

    /// Makes settings; the defaults are those of the command line.
    ///
    /// - Parameter environment: where `TMPDIR` is looked up.
    public init(
        transport: any Transport,
        clock: any HTTPClock = SystemClock(),
        redactor: Redactor,
        observer: any RunObserver = SilentObserver(),
        interruption: Interruption = Interruption(),
        outputFolder: String = ".",
        workingFolder: String = ".",
        environment: [String: String] = [:],
        only: String? = nil
    ) {
        self.transport = transport
        self.clock = clock
        self.redactor = redactor
        self.observer = observer
        self.interruption = interruption
        self.outputFolder = outputFolder
        self.workingFolder = workingFolder
        temporaryFolder = TemporaryFolder.path(environment: environment)
        self.only = only
    }
}
