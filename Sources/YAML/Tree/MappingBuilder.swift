internal import Diagnostics

/// Collects the entries of a mapping: each key once, merge keys resolved at the end.
struct MappingBuilder {
    /// The key that the next value belongs to.
    private enum Pending {
        case none
        case key(YAMLKey)
        case merge(YAMLKey)
        /// A key that was refused; its value is dropped.
        case refused
    }

    private enum Item {
        case entry(YAMLEntry)
        case merge(MergeSource)
    }

    private var pending = Pending.none
    private var items: [Item] = []
    private var places: [String: SourceSpan] = [:]

    /// Whether the next node is a key.
    var expectsKey: Bool {
        if case .none = pending { true } else { false }
    }

    /// Whether the next value is what a merge key brings in.
    var expectsMerge: Bool {
        if case .merge = pending { true } else { false }
    }

    /// Whether it has no key yet.
    var isEmpty: Bool { places.isEmpty && expectsKey }

    /// Takes a node as the next key.
    mutating func addKey(_ node: YAMLNode, isAlias: Bool, findings: inout Findings) {
        pending = .refused
        guard case .scalar(let scalar) = node.content else {
            findings.unusable(.badKey, "a key must be text", at: node.span, label: "a list or a mapping cannot be one")
            return
        }
        if scalar.text.isEmpty, scalar.style == .plain {
            findings.unusable(.badKey, "a key is missing", at: node.span, label: "write the key before the ':'")
            return
        }
        let key = YAMLKey(text: scalar.text, span: scalar.span)
        if let first = places[key.text] {
            findings.duplicateKey(key, first: first)
            return
        }
        places[key.text] = key.span
        pending = key.text == "<<" && scalar.style == .plain && !isAlias ? .merge(key) : .key(key)
    }

    /// Takes a node as the value of the last key.
    mutating func addValue(_ node: YAMLNode, findings: inout Findings) {
        switch pending {
        case .key(let key): items.append(.entry(YAMLEntry(key: key, value: node)))
        case .merge:
            if let source = MergeSource(node, findings: &findings) { items.append(.merge(source)) }
        case .refused, .none: break
        }
        pending = .none
    }

    /// The entries: what a merge key brought in stands where it stood, without the keys that the mapping has itself.
    func entries() -> [YAMLEntry] {
        var taken = places
        var result: [YAMLEntry] = []
        result.reserveCapacity(items.count)
        for item in items {
            switch item {
            case .entry(let entry):
                result.append(entry)
            case .merge(let source):
                for entry in source.entries where taken.updateValue(entry.key.span, forKey: entry.key.text) == nil {
                    result.append(YAMLEntry(key: entry.key, value: entry.value, isMerged: true))
                }
            }
        }
        return result
    }
}
