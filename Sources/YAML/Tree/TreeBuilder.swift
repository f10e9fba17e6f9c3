internal import Diagnostics

/// Builds the tree of a document out of its events, with its own stack and within the limits.
struct TreeBuilder {
    /// A limit was exceeded; the finding says which.
    struct LimitExceeded: Error {}

    let file: SourceFile
    /// The file's bytes, or those with masked mistakes that are being read.
    let bytes: [UInt8]
    var findings = Findings()
    /// The whole tree, when it is finished.
    var root: Subtree?

    /// The lists and mappings that are being read, the outermost first.
    var frames: [Frame] = []
    var anchors: [String: Anchor] = [:]
    /// The keys and values so far, aliases expanded.
    var nodes = 0

    init(file: SourceFile, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
    }

    /// Takes the next event of a document.
    mutating func add(_ event: YAMLEvent) throws(LimitExceeded) {
        switch event.kind {
        case .scalar(let text, let style): try addScalar(text, style, event)
        case .alias(let name): try addAlias(name, event)
        case .sequenceStart: try open(.sequence([]), event)
        case .mappingStart: try open(.mapping(MappingBuilder()), event)
        case .sequenceEnd, .mappingEnd: close(event)
        case .streamStart, .streamEnd, .documentStart, .documentEnd: break
        }
    }

    /// Where the outermost flow collection that is being read begins.
    var openFlow: Int? { frames.first(where: \.isFlow)?.start }

    /// Whether a flow collection is being read.
    var isInFlow: Bool { frames.last?.isFlow ?? false }

    /// Whether the next node is an item of a list.
    var isInList: Bool { frames.last.map { !$0.isMapping } ?? false }

    func span(_ range: Range<Int>) -> SourceSpan {
        SourceSpan(file: file, start: range.lowerBound, end: range.upperBound)
    }

    mutating func open(_ content: Frame.Content, _ event: YAMLEvent) throws(LimitExceeded) {
        let properties = NodeProperties(event.properties, at: event.start, in: bytes)
        let start = properties.contentStart
        if let tag = properties.tag { reportTag(at: span(tag), isValue: false) }
        if frames.count >= Limits.depth { throw tooDeep(at: span(start..<start + 1)) }
        try count(1, at: span(start..<start + 1))
        if let anchor = properties.anchor { define(event.properties.anchor, .open(span(anchor))) }
        // The entry of a list such as [a: b] is a mapping without brackets of its own.
        let isInsideFlow = frames.last?.isFlow ?? false
        let isFlow = isInsideFlow || (start < bytes.count && bytes[start].isOpeningBracket && event.end > event.start)
        frames.append(
            Frame(
                content: content, anchor: event.properties.anchor, start: start, indentStart: start, end: start,
                isFlow: isFlow, nodesBefore: nodes - 1))
    }

    mutating func close(_ event: YAMLEvent) {
        guard let frame = frames.popLast() else { return }
        let end = event.end > event.start && frame.isFlow ? event.end : frame.end
        let place = span(frame.start..<max(end, frame.start))
        let content: YAMLNode.Content
        switch frame.content {
        case .sequence(let items): content = .sequence(items)
        case .mapping(let mapping): content = .mapping(mapping.entries())
        }
        if frame.isFlow { findTraps(in: frame) }
        let subtree = Subtree(
            node: YAMLNode(span: place, content: content), height: frame.height + 1, size: nodes - frame.nodesBefore)
        define(frame.anchor, .finished(subtree))
        attach(subtree)
    }

    mutating func attach(_ subtree: Subtree, plain: FlowItem.Text? = nil, isAlias: Bool = false) {
        guard let last = frames.indices.last else {
            root = subtree
            return
        }
        let previousEnd = frames[last].end
        let span = subtree.node.span
        frames[last].end = max(previousEnd, span.end)
        var height = subtree.height
        switch frames[last].content {
        case .sequence(var items):
            frames[last].content = .sequence([])
            items.append(subtree.node)
            frames[last].content = .sequence(items)
            if frames[last].isFlow { frames[last].flowItems.append(FlowItem(key: nil, value: plain)) }
        case .mapping(var mapping):
            frames[last].content = .sequence([])
            if mapping.expectsKey {
                // An anchor of the first key is not a part of the mapping.
                if mapping.isEmpty, bytes[frames[last].start...].first == UInt8(ascii: "&") {
                    frames[last].start = span.start
                }
                mapping.addKey(subtree.node, isAlias: isAlias, findings: &findings)
                if frames[last].isFlow { frames[last].flowItems.append(FlowItem(key: plain)) }
            } else {
                // What a merge key brings in does not stand any deeper than the mapping's own entries.
                if mapping.expectsMerge { height -= subtree.node.mapping == nil ? 2 : 1 }
                mapping.addValue(subtree.node, findings: &findings)
                if frames[last].isFlow { finishFlowItem(value: plain, at: span, keyEnd: previousEnd) }
            }
            frames[last].content = .mapping(mapping)
        }
        frames[last].height = max(frames[last].height, height)
    }

    private mutating func finishFlowItem(value: FlowItem.Text?, at span: SourceSpan, keyEnd: Int) {
        guard let frame = frames.indices.last, let item = frames[frame].flowItems.indices.last else { return }
        frames[frame].flowItems[item].value = value
        frames[frame].flowItems[item].hasColon =
            span.start > keyEnd && bytes[keyEnd..<span.start].contains(UInt8(ascii: ":"))
    }

    mutating func define(_ name: String?, _ anchor: Anchor) {
        if let name { anchors[name] = anchor }
    }
}
