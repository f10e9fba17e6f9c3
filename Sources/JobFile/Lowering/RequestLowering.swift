internal import Diagnostics
internal import JSON
internal import Template

/// Makes the request of a call.
struct RequestLowering {
    let call: CheckedCall
    let defaults: CheckedSection?
    let baseURL: String?

    private var section: CheckedSection { call.section }

    func lower(with loader: inout Loader) -> RequestTemplate? {
        guard let url = call.url else { return nil }
        let query = loader.entries(defaults?[DefaultsKeys.query] ?? [])
        let headers = loader.entries(defaults?[DefaultsKeys.headers] ?? [])
        return RequestTemplate(
            method: call.method,
            url: url,
            baseURL: baseURL,
            query: (section[SettingKeys.query] ?? []).overlaid(on: query, ignoringCase: false),
            headers: withAccept((section[SettingKeys.headers] ?? []).overlaid(on: headers, ignoringCase: true)),
            body: body)
    }

    /// JSON is asked for where JSON is expected, unless the job says something about `Accept` itself.
    private func withAccept(_ headers: [EntryTemplate]) -> [EntryTemplate] {
        guard (section[CallKeys.response]?.value ?? .json) == .json, !section.has(CallKeys.download),
            !headers.contains(where: { $0.name.lowercased() == "accept" })
        else { return headers }
        return headers + [
            EntryTemplate(
                name: "Accept", nameSpan: section.span, values: [.literal(.string("application/json"))])
        ]
    }

    private var body: BodyTemplate {
        if let value = section[RequestKeys.json] { return .json(value) }
        if let entries = section[RequestKeys.form] { return .form(entries) }
        if let parts = section[RequestKeys.multipart] { return .multipart(parts.map(part)) }
        if let text = section[RequestKeys.body] { return .text(text) }
        if let path = section[RequestKeys.bodyFile] { return .file(path) }
        guard let graphql = section[RequestKeys.graphql], let query = graphql[GraphQLKeys.query] else { return .none }
        return .graphql(query: query, variables: graphql[GraphQLKeys.variables])
    }

    private func part(_ part: Named<Either<[ValueTemplate], CheckedSection>>) -> PartTemplate {
        switch part.value {
        case .short(let values):
            return PartTemplate(
                name: part.name, nameSpan: part.nameSpan, content: .value(value(of: values, at: part.span)))
        case .long(let section):
            let content: PartTemplate.Content =
                section[PartKeys.file].map { .file($0) }
                ?? .value(value(of: section[PartKeys.value] ?? [], at: part.span))
            return PartTemplate(
                name: part.name, nameSpan: part.nameSpan, content: content, fileName: section[PartKeys.fileName],
                contentType: section[PartKeys.type])
        }
    }

    private func value(of values: [ValueTemplate], at span: SourceSpan) -> ValueTemplate {
        if values.count == 1, let value = values.first { return value }
        return .list(values, span)
    }
}
