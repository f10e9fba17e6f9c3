internal import Synchronization

/// The zones that were read so far.
final class ZoneCache: Sendable {
    /// More than any job needs, and a bound when zone names come out of responses.
    private static let capacity = 64

    private let zoneFile: @Sendable (String) -> [UInt8]?
    private let zones = Mutex<[String: ZoneData]>([:])

    init(zoneFile: @escaping @Sendable (String) -> [UInt8]?) {
        self.zoneFile = zoneFile
    }

    /// The zone of a name; nil when there is none.
    func zone(_ name: String) -> Zone? {
        guard ZoneName.isValid(name) else { return nil }
        if let fixed = ZoneName.fixed(name) { return fixed }
        if let known = zones.withLock({ $0[name] }) { return .file(known) }
        guard let bytes = zoneFile(name), let data = ZoneData(bytes) else { return nil }
        zones.withLock { zones in
            if zones.count >= Self.capacity { zones = [:] }
            zones[name] = data
        }
        return .file(data)
    }
}
