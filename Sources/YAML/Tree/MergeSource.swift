internal import Diagnostics

/// What a merge key (`<<`) brings in.
struct MergeSource {
    /// The entries in order; of several mappings the earlier come first, and of equal keys the first counts.
    let entries: [YAMLEntry]

    /// Reads the value of a merge key: a mapping or a list of mappings.
    init?(_ node: YAMLNode, findings: inout Findings) {
        switch node.content {
        case .mapping(let entries):
            self.entries = entries
        case .sequence(let items):
            var entries: [YAMLEntry] = []
            for item in items {
                guard let mapping = item.mapping else {
                    Self.refuse(item, &findings)
                    return nil
                }
                entries += mapping
            }
            self.entries = entries
        case .scalar:
            Self.refuse(node, &findings)
            return nil
        }
    }

    private static func refuse(_ node: YAMLNode, _ findings: inout Findings) {
        findings.unusable(
            .badMerge, "'<<' brings in mappings only", at: node.span, label: "neither a mapping nor an alias to one",
            notes: ["write '<<: *name' or '<<: [*first, *second]', where the anchors are on mappings"])
    }
}
