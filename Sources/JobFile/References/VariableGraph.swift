internal import Template

/// Which variables refer to which.
struct VariableGraph: Sendable {
    /// The variables, by whose places they are numbered.
    let vars: [Named<ValueTemplate>]
    /// For each variable those that it refers to, each once.
    let references: [[Int]]
    /// For each variable those that refer to it.
    let users: [[Int]]

    init(_ vars: [Named<ValueTemplate>]) {
        self.vars = vars
        let numbers = Dictionary(vars.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { $1 })
        references = vars.map { variable in
            let found = variable.uses.flatMap(\.template.template.references).compactMap { reference -> Int? in
                guard reference.root == "vars", case .name(let name)? = reference.path.first else { return nil }
                return numbers[name]
            }
            return Array(Set(found)).sorted()
        }
        var users: [[Int]] = Array(repeating: [], count: vars.count)
        for (number, references) in references.enumerated() {
            for reference in references { users[reference].append(number) }
        }
        self.users = users
    }

    /// The variables in an order in which each comes after those that it refers to; those of circles, and those that
    /// depend on one, are not among them.
    var order: [Int] { Self.peel(references, notifying: users) }

    /// The variables of circles, and those between two circles.
    var circular: [Int] {
        // Neither what depends on nothing circular nor what nothing circular depends on is part of a circle.
        let outside = Set(order).union(Self.peel(users, notifying: references))
        return vars.indices.filter { !outside.contains($0) }
    }

    /// The variables that depend on some of them, and these.
    func dependents(of start: [Int]) -> Set<Int> {
        var found = Set(start)
        var queue = start
        while let number = queue.popLast() {
            for user in users[number] where found.insert(user).inserted { queue.append(user) }
        }
        return found
    }

    /// Takes away, again and again, what waits for nothing.
    private static func peel(_ waiting: [[Int]], notifying others: [[Int]]) -> [Int] {
        var remaining = waiting.map(\.count)
        var done = remaining.indices.filter { remaining[$0] == 0 }
        var next = 0
        while next < done.count {
            for other in others[done[next]] {
                remaining[other] -= 1
                if remaining[other] == 0 { done.append(other) }
            }
            next += 1
        }
        return done
    }
}
