public import Diagnostics
public import HTTP
public import JobFile
public import Processes
public import Secrets

/// What the token sources of a run share, and what they need from the layers above.
public struct SourceContext: Sendable {
    /// Sends the token requests.
    public var transport: any Transport
    /// The limits of the run, shared with the calls.
    public var limits: RunLimits
    /// Says when a token expires.
    public var clock: any HTTPClock
    /// Learns every secret as it comes to exist.
    public var redactor: Redactor
    /// Runs the commands that print tokens.
    public var processes: ProcessRunner
    /// The folder that tokens are kept in between runs; nil for none, then `cache: disk` is as good as `memory`.
    public var cacheFolder: String?
    /// Makes the request of a call from its templates, for sources whose token comes by a call of the job's own.
    public var makeRequest: @Sendable (Call) async throws(TokenFailure) -> HTTPRequest
    /// Reads the secrets of the job again and makes the source of this name from them; nil when that cannot be done.
    public var reload: @Sendable (_ source: String) async -> TokenSourceConfiguration?
    /// Is told of each token request, by the name of its source.
    public var observe: @Sendable (_ source: String, ExchangeEvent) -> Void
    /// Whether calls that get tokens may be plain `http` also to other machines; default false.
    public var allowsHTTP: Bool
    /// Whether servers are asked although one refused a moment ago, in an earlier run; default false.
    public var insists: Bool
    /// Is told what goes wrong with tokens that are kept, by the name of the source; the run goes on without them.
    public var warn: @Sendable (_ source: String, _ message: String) -> Void
    /// Is told what else went wrong without being a failure: a token that was not revoked.
    public var report: @Sendable (Diagnostic) -> Void

    /// Puts the context together.
    public init(
        transport: any Transport,
        limits: RunLimits,
        clock: any HTTPClock,
        redactor: Redactor,
        processes: ProcessRunner = ProcessRunner(environment: [:]),
        cacheFolder: String? = nil,
        makeRequest: @escaping @Sendable (Call) async throws(TokenFailure) -> HTTPRequest,
        reload: @escaping @Sendable (_ source: String) async -> TokenSourceConfiguration? = { _ in nil },
        observe: @escaping @Sendable (_ source: String, ExchangeEvent) -> Void = { _, _ in },
        allowsHTTP: Bool = false,
        insists: Bool = false,
        warn: @escaping @Sendable (_ source: String, _ message: String) -> Void = { _, _ in },
        report: @escaping @Sendable (Diagnostic) -> Void = { _ in }
    ) {
        self.transport = transport
        self.limits = limits
        self.clock = clock
        self.redactor = redactor
        self.processes = processes
        self.cacheFolder = cacheFolder
        self.makeRequest = makeRequest
        self.reload = reload
        self.observe = observe
        self.allowsHTTP = allowsHTTP
        self.insists = insists
        self.warn = warn
        self.report = report
    }
}
