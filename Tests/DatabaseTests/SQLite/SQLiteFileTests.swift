import Database
import Foundation
import Testing

@Suite struct SQLiteFileTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
    }

    private func error(
        _ path: String, access: SQLiteDatabase.Access = .create, sql: String = "CREATE TABLE t (v)"
    ) -> DatabaseError? {
        #expect(throws: DatabaseError.self) {
            try SQLiteDatabase(path: path, busyTimeout: .milliseconds(20), access: access).execute(sql)
        }
    }

    @Test func `A file that is no database is an error that names it, and stays as it is`() throws {
        let path = folder.file("notes.txt")
        try Data(repeating: 0x61, count: 5000).write(to: URL(fileURLWithPath: path))
        for access in [SQLiteDatabase.Access.create, .existing, .readOnly] {
            let error = error(path, access: access)
            #expect(error?.code == .cannotOpen)
            #expect(error?.message.contains(path) == true)
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(repeating: 0x61, count: 5000))
    }

    @Test func `A damaged file is an error that names it`() throws {
        let path = folder.file("test.db")
        do {
            let database = try SQLiteDatabase(path: path)
            try database.execute("CREATE TABLE t (v); INSERT INTO t VALUES (1)")
        }
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        try file.seek(toOffset: 100)
        try file.write(contentsOf: Data(repeating: 0xff, count: 3000))
        try file.close()
        let error = error(path, sql: "SELECT * FROM t")
        #expect(error?.code == .cannotOpen)
        #expect(error?.message.contains(path) == true)
    }

    @Test func `A file that must be there and is not is an error, and is not made`() throws {
        for access in [SQLiteDatabase.Access.existing, .readOnly] {
            #expect(error(folder.file("none.db"), access: access)?.code == .cannotOpen)
        }
        #expect(error(folder.file("no/folder.db"))?.code == .cannotOpen)
        #expect(error(folder.path)?.code == .cannotOpen)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test(arguments: ["", "a\0b"])
    func `A path that cannot be is an error`(path: String) {
        #expect(error(path)?.code == .cannotOpen)
    }

    @Test func `A private file and those beside it are for its owner alone`() throws {
        let path = folder.file("private.db")
        let database = try SQLiteDatabase(path: path, isPrivate: true)
        try database.execute("CREATE TABLE t (v)")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let mode = try FileManager.default.attributesOfItem(atPath: folder.file(name))[.posixPermissions] as? Int
            #expect(mode == 0o600, "\(name)")
        }
    }

    @Test func `One that may only be read cannot be written`() throws {
        let path = folder.file("test.db")
        try SQLiteDatabase(path: path).execute("CREATE TABLE t (v)")
        #expect(error(path, access: .readOnly, sql: "INSERT INTO t VALUES (1)")?.code == .notAllowed)
        #expect(try SQLiteDatabase(path: path, access: .readOnly).query("SELECT count(*) FROM t") == [[.integer(0)]])
    }

    @Test func `A full disk is told as such, and what was committed stays`() throws {
        let database = try SQLiteDatabase(path: folder.file("test.db"))
        try database.execute("CREATE TABLE t (v); INSERT INTO t VALUES (1); PRAGMA max_page_count=4")
        let error = #expect(throws: DatabaseError.self) {
            try database.query("INSERT INTO t VALUES (zeroblob(100000))")
        }
        #expect(error?.code == .full)
        #expect(try database.query("SELECT v FROM t") == [[.integer(1)]])
    }

    @Test func `A name with a colon is a file like others`() throws {
        // Relative names are looked up in the folder of the process, which all tests share: it is an absolute one here.
        let path = folder.file(":memory:")
        try SQLiteDatabase(path: path).execute("CREATE TABLE t (v)")
        #expect(FileManager.default.fileExists(atPath: path))
    }
}
