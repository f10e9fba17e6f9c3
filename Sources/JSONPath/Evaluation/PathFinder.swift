internal import JSON

/// Finds the normalized paths of nodes in one walk from the root, past everything that holds none of them.
struct PathFinder {
    /// A container on the way, its path, and its children that were not passed yet.
    private struct Level {
        let path: String
        let end: Int
        var members: JSONMembers
        var elements: JSONElements
        var place = 0

        init(_ node: JSONNode, path: String) {
            self.path = path
            end = node.range.upperBound
            members = node.members
            elements = node.elements
        }

        mutating func next() -> (path: String, node: JSONNode)? {
            if let member = members.next() { return (NormalizedPath.segment(member.name), member.value) }
            guard let element = elements.next() else { return nil }
            defer { place += 1 }
            return (NormalizedPath.segment(place), element)
        }
    }

    /// The places of the wanted nodes in the document's bytes, which tell nodes apart, in ascending order.
    private var wanted: ArraySlice<Int>
    private var paths: [Int: String] = [:]

    /// The path of each node below the root, or of the root itself.
    static func paths(of nodes: [JSONNode], from root: JSONNode) -> [String] {
        var finder = PathFinder(wanted: Set(nodes.map(\.range.lowerBound)).sorted()[...])
        finder.find(from: root)
        return nodes.map { finder.paths[$0.range.lowerBound] ?? "$" }
    }

    private init(wanted: ArraySlice<Int>) {
        self.wanted = wanted
    }

    private mutating func find(from root: JSONNode) {
        note(root, path: "$")
        var levels = [Level(root, path: "$")]
        while let last = levels.indices.last {
            guard isWanted(before: levels[last].end), let child = levels[last].next() else {
                levels.removeLast()
                continue
            }
            guard isWanted(before: child.node.range.upperBound) else { continue }
            let path = levels[last].path + child.path
            note(child.node, path: path)
            levels.append(Level(child.node, path: path))
        }
    }

    private func isWanted(before end: Int) -> Bool {
        wanted.first.map { $0 < end } ?? false
    }

    private mutating func note(_ node: JSONNode, path: String) {
        guard wanted.first == node.range.lowerBound else { return }
        paths[wanted.removeFirst()] = path
    }
}
