import Database
import Foundation
import Synchronization
import Testing

@Suite struct SQLiteRaceTests {
    @Test func `All who open a new file at the same time get it, and each one's rows are there`() throws {
        let folder = try Folder()
        let path = folder.file("new.db")
        let problems = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 8) { number in
            do {
                let database = try SQLiteDatabase(path: path, isPrivate: number.isMultiple(of: 2))
                for row in 0..<5 {
                    try database.transaction { () throws(DatabaseError) in
                        try database.execute("CREATE TABLE IF NOT EXISTS t (who, v)")
                        try database.query(
                            "INSERT INTO t VALUES (?, ?)", [.integer(Int64(number)), .integer(Int64(row))])
                    }
                }
            } catch {
                problems.withLock { $0.append("\(number): \(error)") }
            }
        }
        #expect(problems.withLock { $0 } == [])
        #expect(try SQLiteDatabase(path: path).query("SELECT count(*) FROM t") == [[.integer(40)]])
    }
}
