import State
import Testing

@Suite("seen records of a store")
struct SeenTests {
    @Test("hashes are found again in the order asked, by scope", arguments: StateSubject.available)
    func seen(_ subject: StateSubject) throws {
        let state = try OpenState(subject)
        let store = try state.open()
        try store.commit(
            [.addSeen(.orders, [SeenRecord(hash: hash(1), mark: 10), SeenRecord(hash: hash(2), mark: .max)])],
            lease: nil)
        let again = try state.open()
        #expect(
            try again.isSeen(.orders, [hash(3), hash(2), hash(1), hash(3), hash(1)]) == [
                false, true, true, false, true,
            ])
        #expect(try again.isSeen(.lines, [hash(1)]) == [false])
        #expect(try again.isSeen(.orders, []) == [])
    }

    @Test(
        "those below a mark are dropped, and the greater mark of one that came twice counts",
        arguments: StateSubject.available)
    func dropped(_ subject: StateSubject) throws {
        let store = try OpenState(subject).open()
        let records = [(1, Int64.min), (2, 9), (3, 10), (4, 11), (2, 20), (2, 5)].map {
            SeenRecord(hash: hash($0.0), mark: $0.1)
        }
        try store.commit([.addSeen(.orders, records), .addSeen(.lines, records)], lease: nil)
        try store.commit([.addSeen(.orders, [SeenRecord(hash: hash(4), mark: 1)])], lease: nil)
        try store.commit([.dropSeen(.orders, below: 10)], lease: nil)
        #expect(try store.isSeen(.orders, (1...4).map { hash(UInt8($0)) }) == [false, true, true, true])
        #expect(try store.isSeen(.lines, [hash(1)]) == [true])
    }

    @Test("twelve thousand at once", arguments: StateSubject.available)
    func many(_ subject: StateSubject) throws {
        let store = try OpenState(subject).open()
        func wide(_ number: Int) -> [UInt8] {
            hash(0).dropLast(2) + [UInt8(number >> 8 & 255), UInt8(number & 255)]
        }
        let records = (0..<12_000).map { SeenRecord(hash: wide($0), mark: Int64($0)) }
        try store.commit([.addSeen(.orders, records)], lease: nil)
        let found = try store.isSeen(.orders, (0..<13_000).map(wide))
        #expect(found == (0..<13_000).map { $0 < 12_000 })
    }
}
