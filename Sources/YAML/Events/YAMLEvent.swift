/// A step of libyaml's walk through a document, with byte offsets in the file.
struct YAMLEvent {
    enum Kind {
        case streamStart
        case streamEnd
        /// - Parameter version: what a `%YAML` directive says.
        case documentStart(version: String?)
        case documentEnd
        case alias(String)
        case scalar(text: String, style: YAMLScalar.Style)
        case sequenceStart
        case sequenceEnd
        case mappingStart
        case mappingEnd
    }

    let kind: Kind
    let properties: Properties
    /// Where it starts; a node's anchor and tag included.
    let start: Int
    /// Where it ends as libyaml has it: the end of a block collection is where the next thing starts.
    let end: Int

    /// What stands before a node.
    struct Properties {
        var anchor: String?
        var hasTag = false

        var isEmpty: Bool { anchor == nil && !hasTag }
    }
}
