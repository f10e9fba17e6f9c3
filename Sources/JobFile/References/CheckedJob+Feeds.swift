internal import Template

extension CheckedJob {
    /// The later calls whose loops are over what a call got, in their order.
    func feeds(of call: CheckedCall) -> [CheckedCall] {
        guard !call.isFinal, !call.isForToken else { return [] }
        return calls.filter { $0.position > call.position && $0.loopsOver.contains(call.name) }
    }

    /// The calls that get what a call got, by way of others too.
    func fed(by call: CheckedCall) -> [CheckedCall] {
        var positions: Set<Int> = []
        var queue = [call]
        while let next = queue.popLast() {
            for other in feeds(of: next) where positions.insert(other.position).inserted { queue.append(other) }
        }
        return calls.filter { positions.contains($0.position) }
    }
}

extension CheckedCall {
    /// The names of the calls whose answers the loop is over.
    var loopsOver: Set<String> {
        let keys = [CallKeys.forEach.name, ForEachKeys.input.name, LoopFileKeys.file.name]
        let uses = (section.entries[CallKeys.forEach.name]?.uses ?? []).filter { keys.contains($0.key) }
        return Set(
            uses.flatMap(\.template.template.references).compactMap { reference in
                guard reference.root == "calls", let name = reference.name, reference.path.count >= 2,
                    case .name(let member) = reference.path[1], member != "status", member != "headers"
                else { return nil }
                return name
            })
    }
}
