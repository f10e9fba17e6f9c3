import Diagnostics
import HTTP
import JSON
import JobFile

/// Where a credential may go.
struct HostRules: Sendable, Hashable {
    private let patterns: [HostPattern]
    /// What names further hosts once a token answer is there.
    let members: [AuthMember]

    init(_ source: TokenSourceConfiguration) {
        patterns = (source.hosts?.map(\.value) ?? source.allowedOrigins).compactMap(HostPattern.init)
        members = source.hostMembers
    }

    /// Whether it may go to a URL, by what is known before any response.
    func allow(_ url: HTTPURL) -> Bool {
        patterns.contains { $0.matches(url) }
    }

    /// Whether it may go to a URL, by what else token answers say.
    ///
    /// - Parameter answer: the members of the token answer of a source.
    func allow(
        _ url: HTTPURL, by answer: (_ source: String) async throws(TokenFailure) -> JSONValue
    ) async throws(TokenFailure) -> Bool {
        for member in members where try await member.origin(in: answer(member.source)) == url.origin { return true }
        return false
    }
}

extension AuthMember {
    /// The one origin that a member of a token answer names, as a URL or as a host; never a pattern.
    func origin(in answer: JSONValue) -> Origin? {
        var value: JSONValue? = answer
        for name in path { value = value?[name] }
        guard let text = value?.string else { return nil }
        return Origin(text.contains("://") ? text : "https://\(text)")
    }

    /// As it is written in a job.
    var text: String { "${auth.\(([source] + path).joined(separator: "."))}" }
}
