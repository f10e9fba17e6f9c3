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

    /// The calls that get tokens.
    var tokenCalls: [CheckedCall] { shared.auth.compactMap { CheckedCall(ofSource: $0) } }

    /// What holds for a call that does not say otherwise; a call that gets a token stands for itself.
    func defaults(of call: CheckedCall) -> CheckedSection? { call.isForToken ? nil : shared.defaults }

    /// The token source that a call is sent with; nil for none, or for one that does not exist.
    func source(of call: CheckedCall) -> CheckedSection? {
        guard let name = call.authName(defaults: shared.defaults)?.value else {
            return call.isBare ? nil : shared.auth.first
        }
        return sources[name]
    }
}
