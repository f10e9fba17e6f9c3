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
    /// The folder of the tokens that runs share; nil for none: each run gets its own.
    public var cacheFolder: String?
    /// Whether token endpoints are asked although one refused a moment ago, in an earlier run; default false.
    public var insists = false
    /// The only call to run, with those that it refers to, which write nothing then; nil for all.
    public var only: String?
    /// Where the state is: `sqlite:PATH`, or the URL of a PostgreSQL server without a password; nil for `ERRAND_STATE`,
    /// else a file under `XDG_STATE_HOME`.
    public var state: String?
    /// Whether incremental calls begin anew, whatever they had got; default false.
    public var isFullRefresh = false
    /// Where the state and its folder are looked up.
    let environment: [String: String]
    /// What calls remember from one run to the next, in place of the state.
    var memory: (any CallMemory)?

    /// Makes settings; the defaults are those of the command line.
    ///
    /// - Parameter environment: where `TMPDIR`, `XDG_CACHE_HOME` and `HOME` are looked up.
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
        cacheFolder = CacheFolder.tokens(environment: environment)
        self.only = only
        self.environment = environment
    }
}
