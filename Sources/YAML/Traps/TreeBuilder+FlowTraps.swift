internal import Diagnostics

/// What commas split inside `{…}` and `[…]` without a syntax error.
extension TreeBuilder {
    /// Looks through a finished flow collection.
    mutating func findTraps(in frame: Frame) {
        if frame.isMapping {
            findKeysWithoutValue(in: frame.flowItems)
        } else {
            findSplitItems(in: frame.flowItems)
        }
    }

    private mutating func findKeysWithoutValue(in items: [FlowItem]) {
        var previous: FlowItem?
        for item in items {
            defer { previous = item }
            guard !item.hasColon, let key = item.key else { continue }
            if let colon = KeyLikeText.colon(in: key.text.utf8) {
                findings.unusable(
                    .missingBlank, "'\(key.text)' is a key without a value", at: span(key.source),
                    label: "write '\(key.text.prefix(colon)): …', with a blank behind the ':'")
            } else if let value = previous?.value, Balance(of: value.text.utf8).missingCloser != nil {
                reportSplit(value.source.lowerBound..<key.source.upperBound)
            } else {
                findings.warning(
                    .keyWithoutValue, "'\(key.text)' is a key without a value", at: span(key.source),
                    label: previous == nil ? "there is no ':' behind it" : "a comma inside '{…}' begins a new key",
                    notes: [
                        "text with a comma needs quotes; a key that is meant to have no value is written 'key: null'"
                    ])
            }
        }
    }

    private mutating func findSplitItems(in items: [FlowItem]) {
        var opened: FlowItem.Text?
        for value in items.compactMap(\.value) {
            let balance = Balance(of: value.text.utf8)
            if let start = opened, balance.hasExtraCloser {
                reportSplit(start.source.lowerBound..<value.source.upperBound)
                opened = nil
            } else if balance.missingCloser != nil {
                opened = value
            }
        }
    }

    private mutating func reportSplit(_ range: Range<Int>) {
        let text = span(range)
        findings.unusable(
            .punctuationInFlow, "commas split this text, since it has no quotes", at: text,
            label: "write \(QuotedText.quoted(text.text))")
    }
}
