internal import Diagnostics

/// Finds variables that refer to each other in a circle.
struct VariableCircles {
    let graph: VariableGraph

    /// How many circles are looked for; more help nobody.
    private static let limit = 50

    /// Says which variables are in a circle, once for each circle.
    func check(_ diagnostics: inout DiagnosticList) {
        var reported: Set<Int> = []
        for number in graph.circular.prefix(Self.limit) where !reported.contains(number) {
            guard let circle = circle(from: number) else { continue }
            reported.formUnion(circle)
            let variable = graph.vars[number]
            diagnostics.error(
                .variableCircle, "the variable '\(variable.name)' depends on itself", at: variable.nameSpan,
                notes: ["the circle: " + circle.prefix(20).map { graph.vars[$0].name }.joined(separator: " → ")])
        }
    }

    /// The shortest way from a variable back to itself.
    private func circle(from start: Int) -> [Int]? {
        var origin: [Int: Int] = [:]
        var queue = [start]
        var next = 0
        while next < queue.count {
            let number = queue[next]
            next += 1
            for reference in graph.references[number] {
                if reference == start { return way(from: start, to: number, origin) + [start] }
                if origin[reference] == nil {
                    origin[reference] = number
                    queue.append(reference)
                }
            }
        }
        return nil
    }

    private func way(from start: Int, to end: Int, _ origin: [Int: Int]) -> [Int] {
        var way = [end]
        while let last = way.last, last != start, let before = origin[last] { way.append(before) }
        return way.reversed()
    }
}
