internal import Diagnostics

/// A list or mapping that is being read.
struct Frame {
    /// What it will be.
    enum Content {
        case sequence([YAMLNode])
        case mapping(MappingBuilder)
    }

    var content: Content
    let anchor: String?
    /// Where it starts, its anchor and tag left out.
    var start: Int
    /// The byte that its indentation is measured at.
    let indentStart: Int
    /// Where the last thing in it ends.
    var end: Int
    let isFlow: Bool
    /// How many nodes there were before it.
    let nodesBefore: Int
    /// The height of the highest node in it.
    var height = 0
    /// What stands in a flow collection, for finding values that commas have split.
    var flowItems: [FlowItem] = []
}

extension Frame {
    var isMapping: Bool {
        if case .mapping = content { true } else { false }
    }

    /// Whether a mapping waits for a key.
    var expectsKey: Bool {
        if case .mapping(let mapping) = content { mapping.expectsKey } else { false }
    }
}
