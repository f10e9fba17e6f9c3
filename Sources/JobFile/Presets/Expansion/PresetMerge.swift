internal import YAML

/// Puts what a job says on top of what a preset says.
struct PresetMerge {
    /// The section of the source's kind, whose groups of keys rule each other out.
    let section: Section?

    /// Keys whose mappings are merged by key.
    private static let merged: Set = [
        OAuthKeys.params.name, OAuthKeys.headers.name, SettingKeys.tls.name, ClaimKeys.claims.name,
        RequestSourceKeys.call.name, JWTKeys.requestHeaders.name,
    ]
    /// Those of them whose keys are headers.
    private static let headers: Set = [OAuthKeys.headers.name, JWTKeys.requestHeaders.name]

    /// Entries on top of others; null takes one away.
    func put(_ top: [YAMLEntry], on base: [YAMLEntry]) -> [YAMLEntry] {
        put(top, on: base, groups: section?.groups ?? [])
    }

    private func put(
        _ top: [YAMLEntry], on base: [YAMLEntry], groups: [KeyGroup], ignoringCase: Bool = false
    ) -> [YAMLEntry] {
        let fold = { (name: String) in ignoringCase ? name.lowercased() : name }
        let below = Dictionary(base.map { (fold($0.key.text), $0) }, uniquingKeysWith: { first, _ in first })
        var hidden = Set(top.map { fold($0.key.text) })
        // Of keys that rule each other out the job's own counts.
        for group in groups where group.names.contains(where: hidden.contains) { hidden.formUnion(group.names) }
        let own = top.compactMap { entry -> YAMLEntry? in
            guard let other = below[fold(entry.key.text)] else { return entry }
            if NodeKind(entry.value) == .null { return nil }
            return entry.with(merge(entry.value, on: other.value, key: entry.key.text))
        }
        return own + base.filter { !hidden.contains(fold($0.key.text)) }
    }

    private func merge(_ top: YAMLNode, on base: YAMLNode, key: String) -> YAMLNode {
        guard Self.merged.contains(key), let own = top.mapping, let below = base.mapping else { return top }
        let groups = key == RequestSourceKeys.call.name ? RequestKeys.groups : []
        let entries = put(own, on: below, groups: groups, ignoringCase: Self.headers.contains(key))
        return YAMLNode(entries: entries, at: top.span)
    }

    /// Entries of a preset's data with some of them replaced or added.
    static func replace(_ entries: [YAMLEntry], by others: [YAMLEntry]) -> [YAMLEntry] {
        let names = Set(others.map(\.key.text))
        return entries.filter { !names.contains($0.key.text) } + others
    }
}
