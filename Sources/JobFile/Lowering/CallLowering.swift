internal import Diagnostics
internal import JSON
internal import Template

/// Makes a call.
struct CallLowering {
    let job: CheckedJob
    let call: CheckedCall
    let allowHTTP: Bool
    /// The members of calls that templates use, as call and member.
    let usedMembers: Set<[String]>

    var section: CheckedSection { call.section }

    /// How long a call of `finally` may take.
    static let finalTimeout = Duration.seconds(10)

    func lower(with loader: inout Loader) -> Call? {
        loader.require(section.uses.filter { $0.moment != .load }.map(\.template))
        let defaults = job.defaults(of: call)
        let settings = LayeredSection(own: section, base: defaults)
        // What `finally` promises holds whatever the defaults say.
        let paceSettings = LayeredSection(own: section, base: call.isFinal ? nil : defaults)
        let baseURL = loader.value(settings[SettingKeys.baseURL])
        guard
            let request = RequestLowering(call: call, defaults: defaults, baseURL: baseURL)
                .lower(with: &loader)
        else { return nil }
        let address = OriginFinder(url: request.url, baseURL: baseURL, isCertain: !section.has(CallKeys.condition))
            .address(with: &loader)
        let authorization = authorization
        var transport = SettingsLowering.transport(settings, with: &loader)
        if transport.unixSocket == nil { checkPlainHTTP(address, authorization, with: &loader) }
        var retry = SettingsLowering.retry(paceSettings, with: &loader)
        if call.isFinal {
            transport.timeout = loader.value(section[SettingKeys.timeout]) ?? Self.finalTimeout
            if !section.has(SettingKeys.retry) { retry = RetrySettings(maxAttempts: 1) }
        } else if section.has(CallKeys.download) || section[CallKeys.response]?.value.isStreamed == true {
            // How long and how large a file is that goes by is nobody's mistake; idle_timeout finds one that stalls.
            if settings[SettingKeys.timeout] == nil { transport.timeout = .zero }
            if settings[SettingKeys.maxResponse] == nil { transport.maxResponse = .max }
        }
        let responses = ResponseLowering(call: call)
        return Call(
            name: call.name,
            span: section.span,
            keySpans: KeySpans.of(call),
            request: request,
            authorization: authorization,
            transport: transport,
            retry: retry,
            rateLimit: loader.value(settings[SettingKeys.rateLimit]),
            maxWait: loader.value(paceSettings[SettingKeys.maxWait])
                ?? (call.isFinal ? Self.finalTimeout : .seconds(300)),
            // What gets a token holds credentials, which no answer may send on to another place.
            redirects: loader.value(settings[SettingKeys.redirects]) ?? (call.isForToken ? 0 : Call.standardRedirects),
            isIdempotent: isIdempotent(request),
            condition: section[CallKeys.condition],
            onError: call.isFinal ? .continue : settings[SettingKeys.onError]?.value ?? .fail,
            forEach: LoopLowering(call: call).lower(with: &loader),
            pagination: PaginationLowering(call: call).lower(with: &loader),
            rules: responses.rules,
            expectation: responses.expectation(with: &loader),
            responseFormat: section[CallKeys.response]?.value ?? .json,
            extractions: responses.extractions,
            records: section[CallKeys.records],
            fields: FieldLowering(call: call).fields,
            writes: WriteEntry.entries(of: call).compactMap { $0.sink(with: &loader) },
            download: section[CallKeys.download],
            incremental: IncrementalLowering(call: call).lower(with: &loader),
            poll: PollLowering(call: call).poll(with: &loader),
            idempotencyKey: PollLowering(call: call).idempotencyKey(with: &loader),
            isConditional: section[CallKeys.conditional]?.value ?? false,
            feeds: job.feeds(of: call).map(\.name),
            recordsAreReferenced: usedMembers.contains([call.name, "records"]),
            bodyIsReferenced: usedMembers.contains([call.name, "body"]),
            staticOrigin: address?.origin)
    }

    private var authorization: CallAuthorization {
        job.source(of: call).map { .source(SharedDeclarations.name(of: $0)) } ?? .none
    }

    private func isIdempotent(_ request: RequestTemplate) -> Bool {
        if let stated = section[RequestKeys.idempotent] { return stated.value }
        if case .graphql(let query, _) = request.body { return !GraphQLDocument.hasMutation(query.template.text) }
        return ["GET", "HEAD", "OPTIONS", "PUT", "DELETE"].contains(request.method)
    }

    private func checkPlainHTTP(
        _ address: WebAddress?, _ authorization: CallAuthorization, with loader: inout Loader
    ) {
        guard !allowHTTP, authorization != .none || call.isForToken, let address, address.isExposed else { return }
        let cargo: PlainHTTP = call.isForToken ? .token : .callCredentials
        loader.error(.plainHTTP, cargo.title, at: call.url?.span ?? section.span, label: PlainHTTP.advice)
    }
}
