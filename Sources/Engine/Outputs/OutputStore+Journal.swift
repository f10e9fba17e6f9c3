import JSON
import Sinks
import State

extension OutputStore {
    /// Notes how long a file is before something is added to it, so that a run that dies can be cut off it.
    func journal(_ configuration: SinkConfiguration, for call: String) throws(OutputError) {
        guard let state, !configuration.isTable else { return }
        let key = Self.key(configuration)
        let sink = try OutputError.inSink { () throws(SinkError) -> any Sink in try self.sink(configuration, for: call)
        }
        guard entries[key]?.journal == nil, let point = sink.appendPoint else { return }
        try OutputError.inState { () throws(StateError) in
            try state.store.commit([Self.journalChange(job: job, call, point.path, point)], lease: state.lease)
        }
        entries[key]?.journal = point.path
    }

    static func journalChange(job: String, _ call: String, _ path: String, _ point: AppendPoint) -> StateChange {
        .setEntry(StateScope(job: job, call: call), kind: .append, name: path, value: point.json)
    }

    /// Forgets how long files were: they are complete, or as they were before.
    func journalRemovals(_ keys: [String]) -> [StateChange] {
        keys.compactMap { key in
            guard let entry = entries[key], let journal = entry.journal else { return nil }
            return .removeEntry(StateScope(job: job, call: entry.call), kind: .append, name: journal)
        }
    }

    /// Cuts off what a run that died has added to files without committing it.
    func recoverAppended() throws(OutputError) {
        guard let state else { return }
        var changes: [StateChange] = []
        let known = try OutputError.inState { () throws(StateError) in try state.store.entries(job: job, .append) }
        for entry in known {
            guard let point = AppendPoint(path: entry.name, json: entry.value) else {
                let message = "\(state.store.place): what it knows of \(entry.name) cannot be read"
                throw .state(StateError(.damaged, message))
            }
            try OutputError.inSink { () throws(SinkError) in
                _ = try AppendRecovery.recover(path: point.path, identity: point.identity, length: point.length)
            }
            changes.append(.removeEntry(entry.scope, kind: .append, name: entry.name))
        }
        guard !changes.isEmpty else { return }
        try OutputError.inState { () throws(StateError) in try state.store.commit(changes, lease: state.lease) }
    }
}

extension AppendPoint {
    fileprivate var json: JSONValue {
        .object([
            JSONMember(name: "device", value: .string(String(identity.device))),
            JSONMember(name: "inode", value: .string(String(identity.number))),
            JSONMember(name: "length", value: .number(JSONNumber(length))),
        ])
    }

    fileprivate init?(path: String, json: JSONValue) {
        guard case .string(let device)? = json["device"], let device = UInt64(device),
            case .string(let number)? = json["inode"], let number = UInt64(number),
            let length = json["length"]?.number?.int, length >= 0
        else { return nil }
        self.init(path: path, identity: FileIdentity(device: device, number: number), length: length)
    }
}
