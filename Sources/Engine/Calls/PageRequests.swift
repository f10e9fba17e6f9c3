import Diagnostics
import HTTP
import JobFile
import Template

/// Makes the requests for the pages of an item.
struct PageRequests: Sendable {
    let call: Call
    let context: RunContext
    let scope: RunScope
    /// The URL of the answer before, which a relative next URL starts from.
    var previousURL: String?
    /// Where the call's own URL leads to; nil until the first request.
    var firstOrigin: Origin?

    init(call: Call, context: RunContext, scope: RunScope) throws(RunFailure) {
        (self.call, self.context, self.scope) = (call, context, scope)
        guard scope.window?.startURL != nil else { return }
        // It goes on at a URL that an answer named in an earlier run.
        var own = scope
        own.window?.startURL = nil
        firstOrigin = Origin(try builder.request(in: own, previous: nil).url)
    }

    /// The request for a page.
    ///
    /// - Throws: a template that fails, a token that is not to be had, a URL that is none or may not get what is secret.
    func request(for page: Paginator.Request) async throws(RunFailure) -> HTTPRequest {
        var scope = scope
        if call.pagination != nil { scope.page = page }
        scope.tokenMembers = try await context.client.tokenMembers(for: call)
        let request = try builder.request(in: scope, previous: previousURL)
        try keepSecrets(of: request)
        return request
    }

    private var builder: RequestBuilder {
        RequestBuilder(call: call, folder: context.workingFolder, redactor: context.redactor)
    }

    /// A later page on another host gets none of the secrets that the job put into its request.
    private func keepSecrets(of request: HTTPRequest) throws(RunFailure) {
        guard let first = firstOrigin else { return }
        let origin = Origin(request.url)
        guard origin != first, request.body.isSecret || request.headers.contains(where: \.isSecret) else { return }
        throw RunFailure(
            .callFailed,
            Diagnostic(
                code: .badNextURL, severity: .error,
                title: "the next page is on another host, which may not get this call's secrets",
                span: call.span(ofKey: "paginate"),
                label: "it leads from \(first) to \(origin?.description ?? "nowhere")"
            ))
    }
}
