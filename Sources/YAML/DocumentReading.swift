internal import Diagnostics

/// One pass over a text: the events into the tree, up to the first syntax error.
struct DocumentReading {
    private let file: SourceFile
    private let bytes: [UInt8]
    private let prologue: Prologue
    private var builder: TreeBuilder

    init(file: SourceFile, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
        prologue = Prologue(of: bytes)
        builder = TreeBuilder(file: file, bytes: bytes)
    }

    /// What was found out about the tree.
    var findings: Findings { builder.findings }

    /// The document, as far as it was read.
    var root: YAMLNode? { builder.root?.node }

    /// Reads the document.
    ///
    /// - Returns: the syntax error that ended it, if one did.
    mutating func read() -> SyntaxFinding? {
        if let directive = prologue.tagDirective {
            builder.findings.unusable(
                .badDirective, "tags are not used here", at: builder.span(directive), label: "remove this line")
            return nil
        }
        guard let parser = EventParser(bytes, from: prologue.start) else {
            let nothing = SyntaxFailure(problem: "out of memory", offset: 0, context: "", contextOffset: nil)
            return diagnose(nothing, after: prologue.start)
        }
        var lastOffset = prologue.start
        do throws(SyntaxFailure) {
            while true {
                let event = try parser.next()
                switch event.kind {
                case .streamEnd:
                    reportEmpty()
                    return nil
                case .documentStart(let version):
                    reportVersion(version)
                case .documentEnd:
                    reportEnd(at: event)
                    return nil
                default:
                    do throws(TreeBuilder.LimitExceeded) { try builder.add(event) } catch { return nil }
                }
                lastOffset = max(lastOffset, event.end)
            }
        } catch {
            return diagnose(error, after: lastOffset)
        }
    }

    private func diagnose(_ failure: SyntaxFailure, after offset: Int) -> SyntaxFinding {
        SyntaxDiagnosis(
            failure: failure, file: file, bytes: bytes, readTo: offset, openFlow: builder.openFlow
        ).finding()
    }

    // MARK: The document as a whole

    private mutating func reportEmpty() {
        builder.findings.unusable(
            .emptyDocument, "the file is empty", at: SourceSpan(file: file, start: 0, end: 0),
            label: "there is nothing in it but white space and comments")
    }

    private mutating func reportVersion(_ version: String?) {
        guard let version, version != "1.2", let directive = prologue.versionDirective else { return }
        builder.findings.warning(
            .badDirective, "YAML \(version) is read as YAML 1.2", at: builder.span(directive),
            label: "remove this line", notes: ["in 1.2 'yes', 'no', 'on' and 'off' are text"])
    }

    /// Looks at how the document ended: whether there was anything in it, and whether there is anything behind it.
    ///
    /// A second document is not read: its directives alone can cost libyaml a time that grows with their square.
    private mutating func reportEnd(at event: YAMLEvent) {
        var position = Filler.end(at: event.start, in: bytes)
        while isMarker("...", at: position) { position = Filler.end(at: position + 3, in: bytes) }
        guard position < bytes.count else {
            if let scalar = root?.scalar, scalar.text.isEmpty, scalar.style == .plain { reportEmpty() }
            return
        }
        let end = Filler.lineEnd(at: position, in: bytes)
        if isMarker("---", at: position) {
            builder.findings.unusable(
                .severalDocuments, "a second document begins", at: builder.span(position..<position + 3),
                label: "a file holds one document", notes: ["put it into a file of its own, or remove this line"])
        } else {
            builder.findings.unusable(
                .invalidYAML, "text behind the end of the document", at: builder.span(position..<end),
                label: "this belongs to nothing",
                notes: ["a document is one mapping; text with quotes or brackets ends with them"])
        }
    }

    private func isMarker(_ marker: String, at position: Int) -> Bool {
        guard bytes[position...].starts(with: marker.utf8) else { return false }
        let next = position + 3
        let isLineStart = position == prologue.start || bytes[position - 1].isLineBreak
        return isLineStart && (next >= bytes.count || bytes[next].isBlank || bytes[next].isLineBreak)
    }
}
