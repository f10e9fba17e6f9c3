internal import Diagnostics
internal import Template

/// What has to be there before a token source can get its token, and before that token can be sent.
struct SourceGraph {
    /// Something that is needed first, and where the job says so.
    struct Need {
        let number: Int
        /// Nil for what needs no saying: to be sent, a token must be there.
        let span: SourceSpan?
    }

    /// For each source two entries: what getting its token needs, and what sending it needs.
    private(set) var needs: [[Need]] = []
    private let names: [String]

    init(job: CheckedJob) {
        let names = job.shared.auth.map(SharedDeclarations.name(of:))
        let numbers = Dictionary(
            names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
        self.names = names
        let getting = { (name: Located<String>) in numbers[name.value].map { Need(number: 2 * $0, span: name.span) } }
        let sending = { (name: Located<String>) in numbers[name.value].map { Need(number: 2 * $0 + 1, span: name.span) }
        }
        for (number, source) in job.shared.auth.enumerated() {
            let call = CheckedCall(ofSource: source)
            let sender = [call?.section[TokenCallKeys.auth]].compactMap { $0 }
            needs.append(Self.tokens(for: source, call).compactMap(getting) + sender.compactMap(sending))
            // Its own answer is there when its token is.
            let hosts = Self.hosts(of: source).filter { $0.value != names[number] }
            needs.append([Need(number: 2 * number, span: nil)] + hosts.compactMap(getting))
        }
    }

    /// The name of the source that an entry is about.
    func name(of number: Int) -> String { names[number / 2] }

    /// The sources whose tokens or answers go into getting a token.
    private static func tokens(for source: CheckedSection, _ call: CheckedCall?) -> [Located<String>] {
        var names = [source[TokenExchangeKeys.subjectTokenSource], source[TokenExchangeKeys.actorTokenSource]]
        for template in call?.section.uses.map(\.template) ?? [] {
            for reference in template.template.references where reference.root == "auth" {
                names.append(reference.name.map { Located($0, at: template.span(of: reference.range)) })
            }
        }
        return names.compactMap { $0 }
    }

    /// The sources whose answers say where a token may be sent.
    private static func hosts(of source: CheckedSection) -> [Located<String>] {
        (source[TokenSourceKeys.hosts] ?? []).compactMap { entry in
            if case .member(let member) = entry { Located(member.source, at: member.span) } else { nil }
        }
    }
}
