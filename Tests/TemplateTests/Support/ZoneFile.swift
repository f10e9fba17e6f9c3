/// Makes zone files (TZif, RFC 8536).
struct ZoneFile {
    var version: UInt8 = 0x32
    var transitions: [(seconds: Int, type: UInt8)] = []
    var types: [(offset: Int, name: UInt8)] = [(0, 0)]
    var names = "LMT\u{0}"
    var footer = ""

    var bytes: [UInt8] {
        // The first block is empty but for a type, as `zic -b slim` writes it.
        var result = header(times: 0, types: 1, names: 1) + Self.integer(0, 4) + [0, 0, 0]
        result += header(times: transitions.count, types: types.count, names: names.utf8.count)
        for transition in transitions { result += Self.integer(transition.seconds, 8) }
        result += transitions.map(\.type)
        for type in types { result += Self.integer(type.offset, 4) + [0, type.name] }
        return result + Array(names.utf8) + Array("\n\(footer)\n".utf8)
    }

    private func header(times: Int, types: Int, names: Int) -> [UInt8] {
        Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
            + [0, 0, 0, times, types, names].flatMap { Self.integer($0, 4) }
    }

    private static func integer(_ value: Int, _ size: Int) -> [UInt8] {
        (0..<size).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
}
