import HTTP
import Testing

@testable import Engine

@Suite struct TransferSpoolTests {
    private let folder: TemporaryDirectory
    private let spool: TransferSpool

    init() throws {
        folder = try TemporaryDirectory()
        spool = TransferSpool(in: folder.path) { $0.status == 200 }
    }

    private func write(_ count: Int, of byte: UInt8) throws {
        try [UInt8](repeating: byte, count: count).withUnsafeBytes { try spool.write($0) }
    }

    private func readAll() async throws -> [UInt8]? {
        var bytes: [UInt8] = []
        while true {
            switch try await spool.next() {
            case .bytes(let part): bytes += part
            case .end: return bytes
            case .broken: return nil
            }
        }
    }

    @Test func passesOnWhatCame() async throws {
        async let read = readAll()
        try spool.begin(BodyHead(status: 200))
        for byte in 0..<100 { try write(500_000, of: UInt8(byte)) }
        spool.end(isWhole: true)
        let bytes = try await read
        #expect(bytes?.count == 50_000_000)
        #expect(bytes?.last == 99)
        #expect(folder.names == [])
    }

    @Test func whatWasNotReadMayComeAgain() async throws {
        try spool.begin(BodyHead(status: 200))
        try write(1000, of: 1)
        try spool.begin(BodyHead(status: 200))
        try write(10, of: 2)
        spool.end(isWhole: true)
        #expect(try await readAll() == [UInt8](repeating: 2, count: 10))
    }

    @Test func whatWasReadDoesNotComeTwice() async throws {
        try spool.begin(BodyHead(status: 200))
        try write(2 << 20, of: 1)
        guard case .bytes = try await spool.next() else {
            Issue.record("nothing to read")
            return
        }
        #expect(throws: TransferSpool.BrokenOff.self) { try spool.begin(BodyHead(status: 200)) }
        #expect(spool.failure?.contains("anew") == true)
    }

    @Test func aTransferThatFailedEndsTheReading() async throws {
        try spool.begin(BodyHead(status: 200))
        try write(2 << 20, of: 1)
        spool.end(isWhole: false)
        #expect(try await readAll() == nil)
    }

    @Test func dropsWhatIsNotWanted() async throws {
        try spool.begin(BodyHead(status: 202))
        try write(1000, of: 1)
        spool.end(isWhole: true)
        #expect(try await readAll() == [])
        #expect(spool.head == nil)
    }
}
