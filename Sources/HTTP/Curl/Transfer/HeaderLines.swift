import Secrets

/// The header lines of a request as libcurl wants them.
enum HeaderLines {
    static func lines(_ plan: TransferPlan) -> [String] {
        // Every line is signed, also one that takes a field away.
        if let signing = plan.signing { return signing.headers.fields.map { "\($0.name): \($0.value.text)" } }
        let headers = plan.request.headers
        // An empty value is written with a semicolon; a colon with nothing behind it takes a line of libcurl's away.
        var lines = headers.map { $0.value.text.isEmpty ? "\($0.name);" : "\($0.name): \($0.value.text)" }
        if !headers.contains("User-Agent") { lines.append("User-Agent: \(plan.userAgent)") }
        // Nothing is gained by asking first whether a body is welcome, and a second lost when nobody answers.
        if !headers.contains("Expect") { lines.append("Expect:") }
        if !plan.request.body.isMultipart, !headers.contains("Content-Type") { lines.append("Content-Type:") }
        return lines
    }
}

extension HTTPBody {
    fileprivate var isMultipart: Bool {
        if case .multipart = self { true } else { false }
    }
}
