internal import Diagnostics
internal import Template

/// Finds token sources that need each other's tokens in a circle.
struct SourceCircles {
    private let names: [String]
    /// For each source those that it needs, with the places where it says so.
    private let needs: [[(number: Int, span: SourceSpan)]]

    init(job: CheckedJob) {
        let names = job.shared.auth.map(SharedDeclarations.name(of:))
        let numbers = Dictionary(
            names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
        self.names = names
        needs = job.shared.auth.map { source in
            Self.needs(of: source).compactMap { need in numbers[need.value].map { ($0, need.span) } }
        }
    }

    /// The names of the sources that a source needs before it can get its own token.
    private static func needs(of source: CheckedSection) -> [Located<String>] {
        var needs = [source[TokenExchangeKeys.subjectTokenSource], source[TokenExchangeKeys.actorTokenSource]]
        if let call = CheckedCall(ofSource: source) {
            needs.append(call.section[TokenCallKeys.auth])
            for template in call.section.uses.map(\.template) {
                for reference in template.template.references where reference.root == "auth" {
                    needs.append(reference.name.map { Located($0, at: template.span(of: reference.range)) })
                }
            }
        }
        return needs.compactMap { $0 }
    }

    /// Says where a circle closes, once for each way back.
    func check(_ diagnostics: inout DiagnosticList) {
        var isDone = [Bool](repeating: false, count: names.count)
        var place = [Int?](repeating: nil, count: names.count)
        for start in names.indices where !isDone[start] {
            // The way from the start, each with the number of its needs that were looked at.
            var way = [(number: start, next: 0)]
            place[start] = 0
            while let last = way.last {
                guard last.next < needs[last.number].count else {
                    isDone[last.number] = true
                    place[last.number] = nil
                    way.removeLast()
                    continue
                }
                way[way.count - 1].next += 1
                let need = needs[last.number][last.next]
                if let first = place[need.number] {
                    report(way[first...].map(\.number) + [need.number], at: need.span, &diagnostics)
                } else if !isDone[need.number] {
                    place[need.number] = way.count
                    way.append((need.number, 0))
                }
            }
        }
    }

    private func report(_ circle: [Int], at span: SourceSpan, _ diagnostics: inout DiagnosticList) {
        guard let first = circle.first else { return }
        diagnostics.error(
            .sourceCircle, "the token source '\(names[first])' needs its own token", at: span,
            label: "take one of the references out",
            notes: circle.count > 2
                ? ["the circle: " + circle.prefix(20).map { names[$0] }.joined(separator: " → ")] : [])
    }
}
