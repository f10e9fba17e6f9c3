internal import JSON

extension TemplateValue {
    /// The part that a step leads to; nil when there is none.
    func part(_ step: TemplatePathStep) -> TemplateValue? {
        switch (content, step) {
        case (.value(let value), .name(let name)):
            return value[name].map { TemplateValue($0, isSecret: isSecret) }
        case (.value(.array(let elements)), .index(let index)):
            return Self.place(index, in: elements.count).map { TemplateValue(elements[$0], isSecret: isSecret) }
        case (.node(let node), .name(let name)):
            return node[name].map { TemplateValue(.node($0), isSecret: isSecret) }
        case (.node(let node), .index(let index)):
            return node[index].map { TemplateValue(.node($0), isSecret: isSecret) }
        case (.list(let values), .index(let index)):
            return Self.place(index, in: values.count).map { values[$0] }
        default:
            return nil
        }
    }

    /// The elements of a list; nil for other kinds.
    var elements: [TemplateValue]? {
        switch content {
        case .value(.array(let elements)): elements.map { TemplateValue($0, isSecret: isSecret) }
        case .node(let node) where node.kind == .array:
            node.elements.map { TemplateValue(.node($0), isSecret: isSecret) }
        case .list(let values): values
        default: nil
        }
    }

    /// The number of elements or members; nil for other kinds.
    var count: Int? {
        switch content {
        case .value(.array(let elements)): elements.count
        case .value(.object(let members)): members.count
        case .node(let node) where node.kind == .array || node.kind == .object: node.count
        case .list(let values): values.count
        default: nil
        }
    }

    /// The names of an object's members, each once; nil for other kinds.
    var memberNames: [String]? {
        let names: [String]
        switch content {
        case .value(.object(let members)): names = members.map(\.name)
        case .node(let node) where node.kind == .object: names = node.members.map(\.name)
        default: return nil
        }
        var known: Set<String> = []
        return names.filter { known.insert($0).inserted }
    }

    /// The number, of a number.
    var number: JSONNumber? {
        switch content {
        case .value(let value): value.number
        case .node(let node): node.number
        default: nil
        }
    }

    private static func place(_ index: Int, in count: Int) -> Int? {
        let place = index < 0 ? index + count : index
        return place >= 0 && place < count ? place : nil
    }
}
