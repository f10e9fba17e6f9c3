import Auth
import Diagnostics
import HTTP
import JSON
import JobFile
import Secrets
import Template

/// Makes the requests of a call from its templates.
struct RequestBuilder {
    let call: Call
    /// The folder that relative paths of bodies start from.
    let folder: String
    let redactor: Redactor

    /// The request for a page.
    ///
    /// - Parameter previous: the URL of the answer before, which a relative next URL starts from.
    /// - Throws: a template that fails, or a URL that is none.
    func request(in scope: RunScope, previous: String?) throws(RunFailure) -> HTTPRequest {
        var request = HTTPRequest(
            method: call.request.method, url: "", options: TransferOptions(call.transport),
            isIdempotent: call.isIdempotent)
        try setURL(of: &request, in: scope, previous: previous)
        try setHeaders(of: &request, in: scope)
        try setBody(of: &request, in: scope)
        return request
    }

    private func setURL(of request: inout HTTPRequest, in scope: RunScope, previous: String?) throws(RunFailure) {
        if let next = scope.page?.url {
            request.url = try url(next, from: previous ?? call.request.baseURL)
            return
        }
        if previous == nil, let start = scope.window?.startURL {
            request.url = try url(start, from: call.request.baseURL)
            return
        }
        let template = call.request.url
        var text = try template.text(in: scope, for: .url)
        if text.text.hasPrefix("/"), let base = call.request.baseURL {
            text = SensitiveText(Self.join(base, text.text), isSecret: text.isSecret)
        }
        var query = try queryEntries(in: scope)
        if let parameter = scope.page?.parameter {
            query.removeAll { $0.name == parameter.name }
            query.append((parameter.name, SensitiveText(parameter.value)))
        }
        if let parameter = scope.window?.parameter {
            query.removeAll { $0.name == parameter.name }
            query.append((parameter.name, SensitiveText(parameter.value)))
        }
        request.secretQueryNames = Set(query.filter(\.value.isSecret).map(\.name))
        request.url = Self.adding(query, to: text.text)
        guard let problem = HTTPURL.problem(of: request.url) else { return }
        throw failure(.badURL, "this is not a URL that can be called: \(problem)", at: template.span, notes: [])
    }

    private func queryEntries(in scope: RunScope) throws(RunFailure) -> [(name: String, value: SensitiveText)] {
        var builder = ValueBuilder(scope: scope)
        return try builder.entries(call.request.query)
    }

    /// A next URL out of an answer, made absolute.
    private func url(_ next: String, from base: String?) throws(RunFailure) -> String {
        guard let url = base.flatMap({ HTTPURL($0) })?.resolving(next) ?? HTTPURL(next) else {
            throw failure(
                .badNextURL, "the next URL is not one that can be called", at: call.span(ofKey: "paginate"),
                notes: ["it is: \(redactor.excerpt(next))"])
        }
        return url.text
    }

    private func setHeaders(of request: inout HTTPRequest, in scope: RunScope) throws(RunFailure) {
        var builder = ValueBuilder(scope: scope)
        for (name, value) in try builder.entries(call.request.headers) {
            let header = HTTPHeader(name, value)
            if let problem = header.problem {
                throw failure(
                    .badHeader, "the header '\(name)' cannot be sent: \(problem)", at: call.span(ofKey: "headers"),
                    notes: [])
            }
            request.headers.add(header)
        }
    }

    private func setBody(of request: inout HTTPRequest, in scope: RunScope) throws(RunFailure) {
        var builder = ValueBuilder(scope: scope)
        switch call.request.body {
        case .none:
            return
        case .json(let template):
            setBody(of: &request, try builder.json(template) ?? .null, isSecret: builder.hasSecret)
        case .graphql(let query, let variables):
            let text = try query.text(in: scope, for: .plain)
            var members = [JSONMember(name: "query", value: .string(text.text))]
            if let variables = try variables.flatMap({ template throws(RunFailure) in try builder.json(template) }) {
                members.append(JSONMember(name: "variables", value: variables))
            }
            setBody(of: &request, .object(members), isSecret: builder.hasSecret || text.isSecret)
        case .form(let entries):
            let pairs = try builder.entries(entries).map { name, value in
                PercentEncoding.encodeForForm(name) + "=" + PercentEncoding.encodeForForm(value.text)
            }
            request.body = .bytes(Array(pairs.joined(separator: "&").utf8), isSecret: builder.hasSecret)
            setType(of: &request, "application/x-www-form-urlencoded")
        case .multipart(let parts):
            var built: [MultipartPart] = []
            for part in parts { built += try multipart(part, in: scope) }
            request.body = .multipart(built)
        case .text(let template):
            let text = try template.text(in: scope, for: .plain)
            request.body = .bytes(Array(text.text.utf8), isSecret: text.isSecret)
            setType(of: &request, "text/plain; charset=utf-8")
        case .file(let template):
            request.body = .file(path: try path(template, in: scope))
            setType(of: &request, "application/octet-stream")
        }
    }

    private func setBody(of request: inout HTTPRequest, _ value: JSONValue, isSecret: Bool) {
        request.body = .bytes(Array(value.serialized().utf8), isSecret: isSecret)
        setType(of: &request, "application/json")
    }

    /// The body's media type, unless the job says another.
    private func setType(of request: inout HTTPRequest, _ type: String) {
        if !request.headers.contains("Content-Type") { request.headers.add("Content-Type", type) }
    }

    private func multipart(_ part: PartTemplate, in scope: RunScope) throws(RunFailure) -> [MultipartPart] {
        let fileName = try part.fileName?.text(in: scope, for: .plain).text
        let type = try part.contentType?.text(in: scope, for: .header).text
        switch part.content {
        case .file(let template):
            let path = try path(template, in: scope)
            return [
                MultipartPart(name: part.name, content: .file(path: path), fileName: fileName, contentType: type)
            ]
        case .value(let template):
            var builder = ValueBuilder(scope: scope)
            let entry = EntryTemplate(name: part.name, nameSpan: part.nameSpan, values: [template])
            return try builder.entries([entry]).map { name, value in
                MultipartPart(
                    name: name, content: .bytes(Array(value.text.utf8)), fileName: fileName, contentType: type,
                    isSecret: value.isSecret)
            }
        }
    }

    private func path(_ template: LocatedTemplate, in scope: RunScope) throws(RunFailure) -> String {
        FilePath.resolve(try template.text(in: scope, for: .path).text, in: folder)
    }

    private func failure(
        _ code: DiagnosticCode, _ title: String, at span: SourceSpan, notes: [String]
    ) -> RunFailure {
        RunFailure(
            .callFailed, Diagnostic(code: code, severity: .error, title: title, span: span, notes: notes))
    }

    /// Joins a path to a base URL, whose own path stays.
    static func join(_ base: String, _ path: String) -> String {
        var base = base[...]
        while base.hasSuffix("/") { base.removeLast() }
        return base + path
    }

    /// Adds entries to a URL's query, before its fragment.
    static func adding(_ entries: [(name: String, value: SensitiveText)], to url: String) -> String {
        guard !entries.isEmpty else { return url }
        let text = entries.map { name, value in
            PercentEncoding.encode(name) + "=" + PercentEncoding.encode(value.text)
        }.joined(separator: "&")
        let fragment = url.firstIndex(of: "#") ?? url.endIndex
        let front = url[..<fragment]
        let separator = front.contains("?") ? (front.hasSuffix("?") || front.hasSuffix("&") ? "" : "&") : "?"
        return front + separator + text + url[fragment...]
    }
}
