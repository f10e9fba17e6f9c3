internal import Diagnostics

/// A job file that was read with the declaration of the language, with what it includes.
struct CheckedJob: Sendable {
    /// The file.
    let source: SourceFile
    /// The file's own keys.
    let root: CheckedSection
    /// What it and the files that it includes declare.
    let shared: SharedDeclarations
    /// The calls in their order.
    let calls: [CheckedCall]
    /// The calls of `finally`.
    let finalCalls: [CheckedCall]
    /// The token sources by name.
    let sources: [String: CheckedSection]

    init(source: SourceFile, root: CheckedSection, shared: SharedDeclarations) {
        self.source = source
        self.root = root
        self.shared = shared
        sources = Dictionary(
            shared.auth.map { (SharedDeclarations.name(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
        calls = (root[JobKeys.calls] ?? []).enumerated().map { index, section in
            CheckedCall(section, position: index, isFinal: false)
        }
        finalCalls = (root[JobKeys.finally] ?? []).enumerated().map { index, section in
            CheckedCall(section, position: index, isFinal: true)
        }
    }

    /// All calls in the order in which they run.
    var allCalls: [CheckedCall] { calls + finalCalls }

    /// Whether there may be calls besides those that have a name here.
    var hasUnnamedCalls: Bool {
        root.isBroken(JobKeys.calls) || root.isBroken(JobKeys.finally)
            || allCalls.contains { $0.section.isBroken(CallKeys.name) }
    }

    /// The calls that get tokens.
    var tokenCalls: [CheckedCall] { shared.auth.compactMap { CheckedCall(ofSource: $0) } }

    /// What holds for a call that does not say otherwise.
    func defaults(of call: CheckedCall) -> CheckedSection? {
        call.isForToken ? shared.defaults?.only(TokenCallKeys.defaults) : shared.defaults
    }

    /// The token source that a call is sent with; nil for none, or for one that does not exist.
    func source(of call: CheckedCall) -> CheckedSection? {
        guard let name = call.authName(defaults: shared.defaults)?.value else {
            return call.isBare ? nil : shared.auth.first
        }
        return sources[name]
    }
}
