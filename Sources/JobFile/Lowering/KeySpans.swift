internal import Diagnostics

/// Finds where the keys of a call stand, for messages of the run.
enum KeySpans {
    /// The keys of the call by name, those inside a mapping as `paginate.total`, the method's key also as `url`.
    static func of(_ call: CheckedCall) -> [String: SourceSpan] {
        var spans = spans(of: call.section, prefix: "")
        let methods = RequestKeys.methods.map(\.name) + [RequestKeys.request.name]
        if let method = methods.first(where: { call.section.has($0) }) { spans["url"] = spans[method] }
        return spans
    }

    private static func spans(of section: CheckedSection, prefix: String) -> [String: SourceSpan] {
        var result: [String: SourceSpan] = [:]
        for (name, entry) in section.entries {
            result[prefix + name] = entry.keySpan
            guard let inner = inner(entry.value) else { continue }
            result.merge(spans(of: inner, prefix: prefix + name + ".")) { first, _ in first }
        }
        return result
    }

    private static func inner(_ value: (any Sendable)?) -> CheckedSection? {
        switch value {
        case let section as CheckedSection: return section
        case let retry as Either<Bool, CheckedSection>:
            if case .long(let section) = retry { return section }
        case let loop as Either<LoopInput, CheckedSection>:
            if case .long(let section) = loop { return section }
        default: break
        }
        return nil
    }
}
