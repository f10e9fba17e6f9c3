internal import Diagnostics

/// The leaves of the tree: scalars, and aliases of what has been read before.
extension TreeBuilder {
    mutating func addScalar(
        _ text: String, _ style: YAMLScalar.Style, _ event: YAMLEvent
    ) throws(LimitExceeded) {
        let properties = NodeProperties(event.properties, at: event.start, in: bytes)
        var text = text
        var place: ScalarPlace
        if text.isEmpty, style == .plain {
            let end = emptyPlace(event)
            place = ScalarPlace(verbatim: end..<end)
        } else {
            let range = min(properties.contentStart, event.end)..<event.end
            place = ScalarPlace(of: text, style, in: range, bytes: bytes, parentIndent: parentIndent)
        }
        if let tag = properties.tag {
            reportTag(at: span(tag), isValue: text.isEmpty && style == .plain)
            if text.isEmpty, style == .plain {
                // Most likely the tag is the text; taken as such it makes no further findings.
                text = span(tag).text
                place = ScalarPlace(verbatim: tag)
            }
        }
        try count(1, at: span(place.source))
        let scalar = YAMLScalar(
            text: text, style: properties.tag == nil ? style : .singleQuoted, span: span(place.source), map: place.map)
        let subtree = Subtree(node: YAMLNode(span: scalar.span, content: .scalar(scalar)), height: 0, size: 1)
        if style == .plain, event.properties.isEmpty { findTraps(in: scalar, isKey: frames.last?.expectsKey ?? false) }
        define(event.properties.anchor, .finished(subtree))
        attach(subtree, plain: style == .plain ? FlowItem.Text(text: text, source: place.source) : nil)
    }

    /// Where a value that is not there would stand: behind its `:` or `-`, or behind a key without a `:`.
    private func emptyPlace(_ event: YAMLEvent) -> Int {
        guard event.properties.isEmpty, let frame = frames.last, frame.isFlow, !frame.expectsKey else {
            return event.end
        }
        return bytes[frame.end..<max(event.start, frame.end)].contains(UInt8(ascii: ":")) ? event.end : frame.end
    }

    mutating func addAlias(_ name: String, _ event: YAMLEvent) throws(LimitExceeded) {
        let place = span(event.start..<event.end)
        switch anchors[name] {
        case .finished(var subtree):
            try count(subtree.size, at: place)
            if frames.count + subtree.height > Limits.depth { throw tooDeep(at: place) }
            subtree.node = subtree.node.aliased(at: place)
            attach(subtree, isAlias: true)
        case .open(let anchor):
            findings.unusable(
                .recursiveAlias, "'*\(name)' stands inside what it stands for", at: place,
                label: "this would have no end", related: [Diagnostic.Related(anchor, "the anchor")])
            attach(stand(at: place), isAlias: true)
        case nil:
            // A file with more of them than anyone writes shall not cost the square of their number.
            let names = anchors.count <= Limits.suggestedAnchors ? anchors.keys.sorted() : []
            let label = Suggestion.nearest(name, in: names).map { "did you mean '*\($0)'?" }
            var notes = names.isEmpty ? [] : ["anchors so far: \(names.prefix(10).joined(separator: ", "))"]
            notes.append("an anchor stands before its aliases; when '*' belongs to the text, put the text in quotes")
            findings.unusable(.unknownAlias, "no anchor '&\(name)'", at: place, label: label, notes: notes)
            attach(stand(at: place), isAlias: true)
        }
    }

    /// A stand-in for a node that could not be had.
    private func stand(at place: SourceSpan) -> Subtree {
        let scalar = YAMLScalar(text: "?", style: .plain, span: place, map: .whole)
        return Subtree(node: YAMLNode(span: place, content: .scalar(scalar)), height: 0, size: 1)
    }

    /// The column of the block collection around the next node, -1 for none.
    private var parentIndent: Int {
        guard let frame = frames.last(where: { !$0.isFlow }) else { return -1 }
        return file.position(at: frame.indentStart).column - 1
    }
}
