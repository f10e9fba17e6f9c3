import Diagnostics
import HTTP
import JobFile

/// Where a credential may go.
struct HostRules: Sendable, Hashable {
    private let patterns: [HostPattern]

    init(_ source: TokenSourceConfiguration) {
        patterns = (source.hosts?.map(\.value) ?? source.allowedOrigins).compactMap(HostPattern.init)
    }

    func allow(_ url: HTTPURL) -> Bool {
        patterns.contains { $0.matches(url) }
    }
}
