import Database
import Foundation
import State
import Testing

@Suite("SQLiteState")
struct SQLiteStateTests {
    private let folder: TemporaryFolder
    private var path: String { folder("a/b/state.db") }

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("the file is its owner's alone, and so are the folders made for it; nothing else is left")
    func permissions() throws {
        let state = try SQLiteState(path: path)
        try state.commit([.setPosition(.orders, CallPosition(watermark: "1"))], lease: nil)
        #expect(try folder.mode(of: "a") == 0o700)
        #expect(try folder.mode(of: "a/b") == 0o700)
        for name in try #require(try? FileManager.default.contentsOfDirectory(atPath: folder("a/b"))) {
            #expect(try folder.mode(of: "a/b/\(name)") == 0o600)
        }
        #expect(folder.names.filter { $0.contains(".new-") } == [])
    }

    @Test("it writes ahead and to the disk")
    func durability() throws {
        _ = try SQLiteState(path: path)
        let mode = try SQLiteDatabase(path: path, access: .readOnly).query("PRAGMA journal_mode")
        #expect(mode == [[.text("wal")]])
    }

    @Test(
        "a damaged file is an error that names it, and stays as it is",
        arguments: [
            Data("this is no database, but a note of somebody's".utf8), Data(repeating: 0, count: 4096),
            Data("SQLite format 3\0".utf8) + Data(repeating: 7, count: 4080),
        ])
    func damaged(_ bytes: Data) throws {
        try bytes.write(to: URL(filePath: folder("state.db")))
        let error = try #require(throws: StateError.self) { try SQLiteState(path: folder("state.db")) }
        #expect(error.message.contains(folder("state.db")))
        #expect([.cannotOpen, .damaged, .failed].contains(error.code))
        #expect(FileManager.default.contents(atPath: folder("state.db")) == bytes)
    }

    @Test("a page that is damaged later is an error that names the file")
    func damagedPage() throws {
        do {
            let state = try SQLiteState(path: path)
            try state.commit(
                (0..<2000).map { .setPosition(StateScope(job: "j", call: "c\($0)"), CallPosition(watermark: "w")) },
                lease: nil)
        }
        let file = try FileHandle(forUpdating: URL(filePath: path))
        let end = try file.seekToEnd()
        try file.seek(toOffset: 4096)
        try file.write(contentsOf: Data(repeating: 0xA5, count: Int(end) - 4096))
        try file.close()
        let error = try #require(throws: StateError.self) { try SQLiteState(path: path).positions(job: nil) }
        #expect(error.message.contains(path))
    }

    @Test("a file that was cut to nothing is no new one")
    func empty() throws {
        try folder.write("", to: "state.db")
        let error = try #require(throws: StateError.self) { try SQLiteState(path: folder("state.db")) }
        #expect(error.code == .damaged)
        #expect(error.message.contains("is empty"))
    }

    @Test("the journal of a file that is gone is not taken for that of a new one")
    func orphanedJournal() throws {
        try folder.write("old", to: "state.db-wal")
        let error = try #require(throws: StateError.self) { try SQLiteState(path: folder("state.db")) }
        #expect(error.code == .damaged)
        #expect(error.message.contains("state.db-wal"))
        #expect(folder.names == ["state.db-wal"])
    }

    @Test("a file of a newer version is refused")
    func newer() throws {
        _ = try SQLiteState(path: path)
        try SQLiteDatabase(path: path).execute("UPDATE errand_meta SET value = '2' WHERE name = 'version'")
        let error = try #require(throws: StateError.self) { try SQLiteState(path: path) }
        #expect(error.code == .newer)
        #expect(error.message.contains("version 2"))
        try SQLiteDatabase(path: path).execute("DELETE FROM errand_meta")
        #expect(throws: StateError.self) { try SQLiteState(path: path) }
    }

    @Test("a database of something else is left alone")
    func foreign() throws {
        try SQLiteDatabase(path: folder("shop.db")).execute("CREATE TABLE orders (id INTEGER)")
        let error = try #require(throws: StateError.self) { try SQLiteState(path: folder("shop.db")) }
        #expect(error.message.contains("a file of its own"))
        let tables = try SQLiteDatabase(path: folder("shop.db")).query("SELECT name FROM sqlite_master")
        #expect(tables == [[.text("orders")]])
    }

    @Test("what is no file is refused")
    func noFile() throws {
        #expect(throws: StateError.self) { try SQLiteState(path: folder.path) }
        try folder.write("x", to: "file")
        #expect(throws: StateError.self) { try SQLiteState(path: folder("file/state.db")) }
        #expect(throws: StateError.self) { try SQLiteState(path: folder("missing/../file")) }
    }

    @Test("what a killed process has left half made is cleared away, that of one that lives is not")
    func leftovers() throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/true")
        try process.run()
        process.waitUntilExit()
        let dead = process.processIdentifier
        let names = [
            "state.db.new-\(dead)-a", "state.db.new-\(dead)-a-wal", "state.db.new-\(getpid())-b", "state.db.new-x",
        ]
        for name in names { try folder.write("x", to: name) }
        _ = try SQLiteState(path: folder("state.db"))
        #expect(Set(folder.names).intersection(names) == Set(names.suffix(2)))
    }

    @Test("looking makes nothing")
    func existing() throws {
        #expect(try SQLiteState(existing: folder("state.db")) == nil)
        #expect(folder.names == [])
    }

    @Test("a commit waits for another process's transaction")
    func busy() throws {
        let path = path
        let state = try SQLiteState(path: path)
        let other = try SQLiteDatabase(path: path)
        try other.begin()
        let thread = Thread { () in
            // A connection of its own: none is shared between threads.
            #expect(throws: Never.self) {
                let state = try SQLiteState(path: path)
                try state.commit([.setPosition(.orders, CallPosition(watermark: "1"))], lease: nil)
            }
        }
        thread.start()
        // Not by a task, which other tests may hold up until the other one has waited long enough.
        Thread.sleep(forTimeInterval: 0.1)
        #expect(try state.position(.orders) == nil)
        try other.commit()
        while !thread.isFinished { Thread.sleep(forTimeInterval: 0.005) }
        #expect(try state.position(.orders) == CallPosition(watermark: "1"))
    }

    @Test("many that make one file at once have one file, and lose nothing")
    func concurrent() async throws {
        let path = path
        let threads = (0..<16).map { number in
            Thread {
                for step in 0..<10 {
                    guard let state = try? SQLiteState(path: path) else { continue }
                    let scope = StateScope(job: "job \(number)", call: "call \(step)")
                    try? state.commit([.setPosition(scope, CallPosition(watermark: "1"))], lease: nil)
                }
            }
        }
        for thread in threads { thread.start() }
        while !threads.allSatisfy(\.isFinished) { try await Task.sleep(for: .milliseconds(5)) }
        #expect(try SQLiteState(path: path).positions(job: nil).count == 160)
        #expect(folder.names.filter { $0.contains(".new-") } == [])
    }
}
