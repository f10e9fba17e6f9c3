public import Auth
public import Diagnostics
import HTTP
import JSON
import JobFile
import Processes
import Secrets
import Sinks

/// Sends the requests of a run: each with the policies of its call and the credentials of its token source.
public struct RunClient: Sendable {
    private let transport: any Transport
    private let limits: RunLimits
    private let credentials: Credentials
    private let allowsHTTP: Bool
    private let redactor: Redactor
    private let observer: any RunObserver
    private let warnings: ClientWarnings
    /// The clock that everything waits by.
    let clock: any HTTPClock

    /// Makes the client of a run of a job.
    public init(job loaded: LoadedJob, settings: RunSettings) {
        transport = settings.transport
        redactor = settings.redactor
        observer = settings.observer
        allowsHTTP = loaded.job.options.allowHTTP
        clock = settings.clock
        limits = RunLimits(clock: settings.clock)
        let (calls, warnings) = (
            TokenCalls(loaded, folder: settings.workingFolder, redactor: settings.redactor), ClientWarnings(loaded.job)
        )
        self.warnings = warnings
        credentials = Credentials(
            loaded.job.tokenSources,
            context: SourceContext(
                transport: transport, limits: limits, clock: settings.clock, redactor: redactor,
                processes: ProcessRunner(environment: loaded.job.values.environment),
                cacheFolder: settings.cacheFolder,
                makeRequest: { call throws(TokenFailure) in try await calls.request(call) },
                reload: { name in await loaded.reload()?.tokenSource(named: name) },
                observe: { [observer] source, event in observer.observe(.tokenExchange(source: source, event)) },
                allowsHTTP: allowsHTTP, insists: settings.insists,
                warn: { warnings.add($1, of: $0) }, report: { warnings.add($0) }))
        calls.use(credentials)
    }

    /// Ends the use of the credentials: revokes the tokens that are to be revoked, also for a run that was cancelled.
    public func finish() async {
        await credentials.finish()
    }

    /// Waits for refresh tokens that are being spent, so that their successors are written down; the tokens stay good.
    public func settle() async {
        await credentials.settle()
    }

    /// Removes the token of a source that runs share, so that the next one gets another.
    public func clearCache(of source: String) {
        credentials.clearCache(of: source)
    }

    /// Forgets that the token endpoint of a source refused a moment ago.
    func forgetRefusal(of source: String) {
        credentials.forgetRefusal(of: source)
    }

    /// What went wrong with tokens that runs share or that were to be revoked, which no run fails for.
    public var tokenWarnings: [Diagnostic] { warnings.all }

    /// The token of a source, got when there is none yet.
    ///
    /// - Throws: why there is none.
    public func token(of source: String) async throws(RunFailure) -> Token {
        do throws(TokenFailure) {
            return try await credentials.token(of: source)
        } catch {
            throw ExchangeFailures.failure(error)
        }
    }

    /// The other members of the token answers that a call's templates use, `${auth.NAME.MEMBER}`, by the source's name.
    func tokenMembers(for call: Call) async throws(RunFailure) -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        do throws(TokenFailure) {
            for name in call.tokenSourcesInTemplates { members[name] = try await credentials.members(of: name) }
        } catch {
            throw ExchangeFailures.failure(error)
        }
        return members
    }

    /// Sends a request of a call and keeps the body in memory.
    ///
    /// - Throws: when no answer came; one with an error status is an answer.
    func send(_ request: HTTPRequest, for call: Call) async throws(RunFailure) -> Answer {
        do throws(ExchangeError) {
            return try await exchange(request, for: call, to: .memory(limit: call.memoryLimit))
        } catch {
            throw failure(error, for: call)
        }
    }

    /// Why no answer came.
    func failure(_ error: ExchangeError, for call: Call) -> RunFailure {
        ExchangeFailures(call: call, redactor: redactor).failure(error)
    }

    /// Sends a request of a call and streams the body of a good answer to a file.
    ///
    /// - Throws: when no answer came, or the file could not be written.
    func download(_ request: HTTPRequest, for call: Call, into file: DownloadFile) async throws(RunFailure) -> Answer {
        let writer = DownloadWriter(file)
        do throws(ExchangeError) {
            return try await exchange(request, for: call, to: .writer(writer, limit: call.transport.maxResponse))
        } catch {
            if let failure = writer.failure {
                throw OutputFailures.failure(failure, at: call.span(ofKey: "download"))
            }
            throw failure(error, for: call)
        }
    }

    /// Why a call failed whose answer does not accept its credential; nil for any other answer.
    func refusal(of response: HTTPResponse, for call: Call) -> RunFailure? {
        guard case .source(let name) = call.authorization else { return nil }
        return credentials.failure(of: response, to: name).map(ExchangeFailures.failure)
    }

    /// Sends a request of a call with its policies and credentials.
    func exchange(
        _ request: HTTPRequest, for call: Call, to destination: BodyDestination
    ) async throws(ExchangeError) -> Answer {
        var authorizer: (any Authorizer)?
        if case .source(let name) = call.authorization { authorizer = credentials.authorizer(named: name) }
        let rules = RuleMatcher(rules: call.rules)
        let name = call.name
        let exchange = Exchange(
            transport: transport, authorizer: authorizer, policy: ExchangePolicy(call, allowsHTTP: allowsHTTP),
            limits: limits,
            observe: { [observer] event in observer.observe(.exchange(call: name, event)) },
            classify: { rules.verdict(of: $0) })
        let result = try await exchange.run(request, to: destination)
        return Answer(
            response: result.response, rule: rules.match(result.response), retries: result.retries,
            waited: result.waited)
    }
}

extension Call {
    /// The most bytes of a body in memory: what is read as a stream in a run is not when the call is made by hand.
    fileprivate var memoryLimit: Int {
        responseFormat.isStreamed ? min(transport.maxResponse, TransportSettings().maxResponse) : transport.maxResponse
    }
}
