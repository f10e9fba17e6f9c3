public import Diagnostics

/// Reads the YAML of a job file: one document, every node with its place.
///
/// The core schema of YAML 1.2, without tags; anchors, aliases and merge keys are resolved. A document has at most 1 MiB,
/// 64 levels and 100,000 keys and values, aliases expanded; beyond that reading stops at once.
public enum YAMLReader {
    /// Reads the one document of a file.
    ///
    /// After a syntax error that can be masked, reading goes on behind it, so that one pass finds as much as it can.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - diagnostics: gets what is wrong, and warnings about what YAML probably reads otherwise than it is meant.
    /// - Returns: the document; nil after an error that leaves no tree worth looking at, as after an empty document. A
    ///   tree can be returned together with errors, such as one about a key that stands twice.
    public static func read(_ file: SourceFile, diagnostics: inout DiagnosticList) -> YAMLNode? {
        if let problem = InputCheck.problem(of: file) {
            diagnostics.add(problem)
            return nil
        }
        var bytes = file.bytes
        var mistakes: [SyntaxFinding] = []
        while true {
            var reading = DocumentReading(file: file, bytes: bytes)
            let mistake = reading.read()
            if let mistake {
                mistakes.append(mistake)
                if mistakes.count <= Limits.repairs, let mask = mistake.mask {
                    let masked = mask.applied(to: bytes, letter: UInt8(ascii: "a") + UInt8(mistakes.count))
                    if masked != bytes {
                        bytes = masked
                        continue
                    }
                }
            }
            report(mistakes, reading.findings, to: &diagnostics)
            return mistakes.isEmpty && reading.findings.isUsable ? reading.root : nil
        }
    }

    /// Adds the syntax errors, and those findings about the tree that are not about the same thing.
    private static func report(
        _ mistakes: [SyntaxFinding], _ findings: Findings, to diagnostics: inout DiagnosticList
    ) {
        let errors = findings.diagnostics.all.filter { $0.severity == .error }
        for mistake in mistakes {
            // What has no name of its own is seldom more than the consequence of something that has one.
            let line = mistake.diagnostic.span?.startPosition.line
            let isConsequence =
                mistake.diagnostic.code == .invalidYAML && errors.contains { $0.span?.startPosition.line == line }
            if !isConsequence { diagnostics.add(mistake.diagnostic) }
        }
        for finding in findings.diagnostics.all {
            let isKnown = mistakes.contains {
                $0.diagnostic.code == finding.code && $0.diagnostic.span?.start == finding.span?.start
            }
            if !isKnown { diagnostics.add(finding) }
        }
    }
}
