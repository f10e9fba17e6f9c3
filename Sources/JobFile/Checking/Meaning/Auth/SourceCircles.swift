internal import Diagnostics

/// Finds token sources that wait for each other's tokens in a circle.
struct SourceCircles {
    private let graph: SourceGraph

    init(job: CheckedJob) {
        graph = SourceGraph(job: job)
    }

    /// Says where a circle closes, once for each way back.
    func check(_ diagnostics: inout DiagnosticList) {
        var isDone = [Bool](repeating: false, count: graph.needs.count)
        var place = [Int?](repeating: nil, count: graph.needs.count)
        for start in graph.needs.indices where !isDone[start] {
            var way = [Step(number: start, span: nil)]
            place[start] = 0
            while let last = way.last {
                guard last.next < graph.needs[last.number].count else {
                    isDone[last.number] = true
                    place[last.number] = nil
                    way.removeLast()
                    continue
                }
                way[way.count - 1].next += 1
                let need = graph.needs[last.number][last.next]
                if let first = place[need.number] {
                    report(way[first...] + [Step(number: need.number, span: need.span)], &diagnostics)
                } else if !isDone[need.number] {
                    place[need.number] = way.count
                    way.append(Step(number: need.number, span: need.span))
                }
            }
        }
    }

    /// A step on the way from one need to the next.
    private struct Step {
        let number: Int
        /// Where the need is written that led here.
        let span: SourceSpan?
        /// Which of its own needs is looked at next.
        var next = 0
    }

    private func report(_ circle: ArraySlice<Step>, _ diagnostics: inout DiagnosticList) {
        guard let first = circle.first else { return }
        var names: [String] = []
        for step in circle {
            let name = graph.name(of: step.number)
            if names.last != name { names.append(name) }
        }
        diagnostics.error(
            .sourceCircle, "the token source '\(graph.name(of: first.number))' waits for its own token",
            at: circle.dropFirst().last { $0.span != nil }?.span, label: "take one of the references out",
            notes: names.count > 2 ? ["the circle: " + names.prefix(20).joined(separator: " → ")] : [])
    }
}
