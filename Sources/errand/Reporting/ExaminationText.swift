import Diagnostics
import Engine
import Secrets

/// What the doctor found, as lines for a person.
struct ExaminationText {
    private static let topicWidth = 18

    let examination: Examination
    let redactor: Redactor

    init(_ examination: Examination, redactor: Redactor) {
        self.examination = examination
        self.redactor = redactor
    }

    /// The findings, a block for the source, with a line break at its end; secrets masked, control characters escaped.
    var text: String {
        var lines = [examination.source]
        for finding in examination.findings {
            let words = redactor.redact(finding.text).split(separator: "\n", omittingEmptySubsequences: false)
            for (place, line) in words.enumerated() {
                let topic = place == 0 ? finding.topic.padded(to: Self.topicWidth) : "".padded(to: Self.topicWidth)
                let mark = place == 0 ? Self.mark(finding.verdict) : " "
                lines.append("  \(mark) \(topic) \(TerminalText.escape(String(line)))")
            }
        }
        lines.append(
            examination.isHealthy ? "  ✓ a run gets its token" : "  ✗ a run would get no token")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func mark(_ verdict: Examination.Verdict) -> String {
        switch verdict {
        case .fact: "·"
        case .good: "✓"
        case .warning: "!"
        case .bad: "✗"
        }
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        count >= width ? self : self + String(repeating: " ", count: width - count)
    }
}
