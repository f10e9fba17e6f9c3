import Diagnostics
import HTTP
import JobFile
import Processes
import Secrets
import Template

@testable import Auth

extension Fixture {
    /// A source of the job, whose credential may go to the API.
    func source(
        _ name: String, _ kind: TokenSourceConfiguration.Kind, hosts: [String]? = nil, members: [AuthMember] = []
    ) -> TokenSourceConfiguration {
        TokenSourceConfiguration(
            name: name, span: source.span, kind: kind, hosts: hosts?.map { Located($0, at: source.span) },
            hostMembers: members, allowedOrigins: [Fixture.api])
    }

    /// What sources need, with requests of calls that are just their URLs.
    func sourceContext(
        _ transport: any Transport,
        reload: @escaping @Sendable (String) async -> TokenSourceConfiguration? = { _ in nil }
    ) -> SourceContext {
        SourceContext(
            transport: transport, limits: RunLimits(clock: clock), clock: clock, redactor: redactor,
            processes: ProcessRunner(environment: ["PATH": "/usr/bin:/bin"]),
            makeRequest: { call throws(TokenFailure) in
                HTTPRequest(
                    method: call.request.method, url: call.request.baseURL ?? "", isIdempotent: call.isIdempotent)
            },
            reload: reload)
    }

    /// A call of the job's own that brings a token.
    func call(_ url: String, auth: CallAuthorization = .none) throws -> Call {
        Call(
            name: "login", span: source.span, keySpans: ["url": oauth.endpoint.written.span],
            request: RequestTemplate(
                method: "POST", url: LocatedTemplate(try Template(url), at: source.span), baseURL: url),
            authorization: auth, isIdempotent: false, expectation: Expectation(span: source.span))
    }
}

/// The failure that an operation ends with; nil when it does not fail.
func tokenFailure<Value>(_ operation: () async throws(TokenFailure) -> Value) async -> TokenFailure? {
    do throws(TokenFailure) {
        _ = try await operation()
        return nil
    } catch {
        return error
    }
}

extension Fixture {
    /// What drives a request of a call to its end, with redirects.
    func exchange(_ credentials: Credentials, _ name: String, _ transport: any Transport) -> Exchange {
        Exchange(
            transport: transport, authorizer: credentials.authorizer(named: name),
            policy: ExchangePolicy(
                retry: RetryPolicy(), maxRedirects: 10, maxWait: .seconds(300), rateLimit: nil,
                allowSecretsOverHTTP: true),
            limits: RunLimits(clock: clock))
    }
}
