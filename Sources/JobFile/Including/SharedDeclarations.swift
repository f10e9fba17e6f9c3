internal import Diagnostics
internal import JSON

/// What a job file and the files that it includes declare together.
struct SharedDeclarations: Sendable {
    var inputs: [Named<Either<JSONValue, CheckedSection>>] = []
    var secrets: [Named<CheckedSection>] = []
    var vars: [Named<ValueTemplate>] = []
    var auth: [CheckedSection] = []
    var defaults: CheckedSection?
    var options: CheckedSection?
    /// What stands under keys whose values are wrong, by key.
    private var broken: [String: BrokenNames] = [:]

    /// Nothing.
    init() {}

    /// What a file declares that could not be read.
    static var unreadable: SharedDeclarations {
        var result = SharedDeclarations()
        for name in referredTo { result.broken[name] = .unknown }
        return result
    }

    /// The keys whose names others refer to.
    private static let referredTo = [
        JobKeys.inputs.name, JobKeys.secrets.name, JobKeys.vars.name, JobKeys.auth.name,
    ]

    /// What one file declares.
    init(_ section: CheckedSection) {
        inputs = section[JobKeys.inputs] ?? []
        secrets = section[JobKeys.secrets] ?? []
        vars = section[JobKeys.vars] ?? []
        auth = section[JobKeys.auth] ?? []
        defaults = section[JobKeys.defaults]
        options = section[JobKeys.options]
        for name in Self.referredTo { broken[name] = section.broken[name].map(BrokenNames.init) }
        // The names of sources are not the keys of a mapping.
        if section.isBroken(JobKeys.auth) { broken[JobKeys.auth.name] = .unknown }
    }

    /// The names under a key that cannot be used, because something is wrong there.
    func brokenNames(_ key: some LanguageKey) -> BrokenNames { broken[key.name] ?? .none }

    /// The name of a token source.
    static func name(of source: CheckedSection) -> String { source[TokenSourceKeys.name]?.value ?? "default" }

    /// Puts another file's declarations on top.
    ///
    /// Named entries replace whole, lists never merge, and `headers`, `query` and `retry` merge by key.
    mutating func overlay(_ other: SharedDeclarations) {
        inputs.overlay(other.inputs)
        secrets.overlay(other.secrets)
        vars.overlay(other.vars)
        if !other.auth.isEmpty { auth = other.auth }
        defaults = Self.overlay(other.defaults, on: defaults)
        options = Self.overlay(other.options, on: options)
        broken.merge(other.broken) { $0.union($1) }
    }

    private static func overlay(_ top: CheckedSection?, on base: CheckedSection?) -> CheckedSection? {
        guard let top, let base else { return top ?? base }
        return top.overlaid(on: base)
    }

    /// The templates in what holds in the end.
    var uses: [TemplateUse] {
        vars.flatMap(\.uses) + auth.flatMap(\.uses) + (defaults?.uses ?? []) + (options?.uses ?? [])
    }
}

extension Array {
    /// Puts named entries on top: one that is there keeps its place and is replaced whole.
    mutating func overlay<Value>(_ other: [Named<Value>]) where Element == Named<Value> {
        var places = Dictionary(enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { $1 })
        for entry in other {
            if let place = places[entry.name] {
                self[place] = entry
            } else {
                places[entry.name] = count
                append(entry)
            }
        }
    }
}
