import Diagnostics
import JobFile
import Secrets

/// Says that a server is not asked, because it said no a short while ago.
struct TokenCacheFailures: Sendable {
    private let source: TokenSourceConfiguration
    private let text: UntrustedText

    init(_ source: TokenSourceConfiguration, _ redactor: Redactor) {
        self.source = source
        text = UntrustedText(redactor: redactor)
    }

    /// A refusal that counts at a moment, in seconds since 1970.
    func failure(_ refusal: RememberedRefusal, at now: Double) -> TokenFailure {
        let ago = Self.seconds(now - refusal.at)
        let rest = Self.seconds(refusal.end - now)
        let name = text.show(source.name)
        let title =
            switch refusal.kind {
            case .refused: "the token endpoint refused '\(name)' \(ago) ago, and is not asked again yet"
            case .later: "the token endpoint asked \(ago) ago to be left alone, and is not asked for '\(name)' yet"
            }
        let advice =
            refusal.kind == .refused
            ? ["more attempts could lock the client out; another secret or another key is tried at once"] : []
        return TokenFailure(
            refusal.kind == .refused ? .refused : .waitTooLong,
            Diagnostic(
                code: refusal.kind == .refused ? .tokenRefused : .tokenGivenUp, title: title, span: source.span,
                label: "a run may ask again in \(rest)",
                notes: said(by: refusal) + advice + ["to ask now: \(clearCommand)"]),
            isLasting: refusal.kind == .refused, isInvalidClient: refusal.isInvalidClient)
    }

    private func said(by refusal: RememberedRefusal) -> [String] {
        refusal.said.enumerated().map { ($0.offset == 0 ? "it said: " : "") + text.show($0.element) }
    }

    /// The command that makes the next run ask.
    private var clearCommand: String {
        let option = source.name == "default" ? "" : " --source \(Self.quoted(source.name))"
        return text.show("errand token \(Self.quoted(source.span.file.name))\(option) --clear")
    }

    /// A word as a shell takes it.
    private static func quoted(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: "-_./:@%+=,".utf8.contains(byte)
            }
        }
        return isPlain && !word.isEmpty ? word : "'\(word.replacing("'", with: "'\\''"))'"
    }

    private static func seconds(_ count: Double) -> String {
        "\(Int(min(max(count, 0), 1e9).rounded(.up))) s"
    }
}
