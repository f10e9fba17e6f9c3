import Database
import Foundation
import JSON
import Sinks
import Testing

/// When rows and positions are there for others.
@Suite struct TableCommitTests {
    private let owner = SinkOwner(job: "job", call: "call", key: "7")

    @Test(arguments: TableScene.Kind.available, [SinkConfiguration.Mode.append, .merge])
    func showsRowsAtACheckpoint(_ kind: TableScene.Kind, _ mode: SinkConfiguration.Mode) throws {
        let scene = try TableScene(kind)
        let sink = try scene.open(mode, key: ["id"])
        try sink.write(RecordBatch(#"[{"id":1},{"id":2}]"#))
        #expect(try !scene.has("t"))
        try sink.checkpoint()
        #expect(try scene.rows() == ["1", "2"])
        try sink.write(RecordBatch(#"[{"id":3}]"#))
        try sink.rollback()
        #expect(try scene.rows() == ["1", "2"])
        #expect(throws: SinkError.self) { try sink.write(RecordBatch(#"[{"id":4}]"#)) }
    }

    @Test(arguments: TableScene.Kind.available) func keepsAPositionWithItsRows(_ kind: TableScene.Kind) throws {
        let scene = try TableScene(kind)
        let sink = try scene.open(.append)
        #expect(try sink.position(of: owner) == nil)
        try sink.write(RecordBatch(#"[{"id":1}]"#))
        try sink.setPosition(.object([JSONMember(name: "watermark", value: .string("a'b"))]), of: owner)
        #expect(try sink.position(of: owner) == nil)
        try sink.checkpoint()
        let again = try scene.open(.append, in: DatabaseSessions())
        #expect(try again.position(of: owner) == .object([JSONMember(name: "watermark", value: .string("a'b"))]))
        #expect(try again.position(of: SinkOwner(job: "job", call: "call")) == nil)
        try sink.setPosition(.null, of: owner)
        try OutputSet.commit([sink])
        #expect(try again.position(of: owner) == nil)
        #expect(try scene.rows("SELECT count(*) FROM errand_positions") == ["0"])
    }

    /// A table of another name begins anew, and so does that of another job of the same name.
    @Test(arguments: TableScene.Kind.available) func keepsAPositionWithItsTable(_ kind: TableScene.Kind) throws {
        let scene = try TableScene(kind)
        let sink = try scene.open(.append, table: "a")
        try sink.write(RecordBatch(#"[{"id":1}]"#))
        try sink.setPosition(.string("p"), of: owner)
        try sink.checkpoint()
        try scene.write(.append, table: "b", #"[{"id":1}]"#)
        let sessions = DatabaseSessions()
        #expect(try scene.open(.append, table: "a", in: sessions).position(of: owner) == .string("p"))
        #expect(try scene.open(.append, table: "b", in: sessions).position(of: owner) == nil)
        #expect(try scene.open(.append, table: "c", in: sessions).position(of: owner) == nil)
    }

    @Test(arguments: TableScene.Kind.available) func forgetsAPositionWithItsRows(_ kind: TableScene.Kind) throws {
        let scene = try TableScene(kind)
        try scene.write(.append, #"[{"id":1}]"#)
        let sink = try scene.open(.append)
        try sink.write(RecordBatch(#"[{"id":2}]"#))
        try sink.setPosition(.string("lost"), of: owner)
        try sink.rollback()
        let next = try scene.open(.append)
        try next.write(RecordBatch(#"[{"id":3}]"#))
        try OutputSet.commit([next])
        #expect(try scene.rows() == ["1", "3"])
        #expect(try scene.open(.append).position(of: owner) == nil)
    }

    @Test(arguments: TableScene.Kind.available) func commitsAllTablesOfADatabaseTogether(_ kind: TableScene.Kind) throws
    {
        let scene = try TableScene(kind)
        let first = try scene.open(.append, table: "a")
        let second = try scene.open(.merge, table: "b", key: ["id"])
        let third = try scene.open(.replace, table: "c")
        #expect(first.databaseID != nil && first.databaseID == second.databaseID)
        for sink in [first, second, third] { try sink.write(RecordBatch(#"[{"id":1}]"#)) }
        try first.setPosition(.string("p"), of: owner)
        try first.checkpoint()
        #expect(try scene.rows("SELECT count(*) FROM a") == ["1"])
        #expect(try scene.rows("SELECT count(*) FROM b") == ["1"])
        #expect(try !scene.has("c"))
        #expect(try second.position(of: owner) == .string("p"))
        try OutputSet.commit([first, second, third])
        #expect(try scene.rows("SELECT count(*) FROM c") == ["1"])
    }

    @Test(arguments: TableScene.Kind.available) func takesAllBackWhenOneTableCannotBeChanged(
        _ kind: TableScene.Kind
    ) throws {
        let scene = try TableScene(kind)
        try scene.execute("CREATE TABLE b (id INTEGER CHECK (id < 5))")
        let first = try scene.open(.append, table: "a")
        let second = try scene.open(.append, table: "b")
        for sink in [first, second] { try sink.write(RecordBatch(#"[{"id":7}]"#)) }
        try first.setPosition(.string("p"), of: owner)
        let failure = #expect(throws: SinkError.self) { try first.checkpoint() }
        #expect(failure?.code == .unfitRecord && failure?.path.hasSuffix(": b") == true)
        #expect(try !scene.has("a") && scene.rows("SELECT * FROM b").isEmpty)
        #expect(try second.position(of: owner) == nil)
        #expect(OutputSet.rollback([first, second]).isEmpty)
        try scene.write(.append, table: "a", #"[{"id":1}]"#)
        #expect(try scene.rows("SELECT * FROM a") == ["1"])
    }

    @Test(arguments: TableScene.Kind.available) func takesTablesBackWhenAFileCannotBeShown(_ kind: TableScene.Kind)
        throws
    {
        let scene = try TableScene(kind)
        try scene.write(.replace, #"[{"id":1}]"#)
        let table = try scene.open(.replace)
        try table.write(RecordBatch(#"[{"id":2}]"#))
        let file = try SinkConfiguration(target: .file(scene.folder("out.jsonl"))).open()
        try file.write(RecordBatch("[1]"))
        try scene.folder.makeFolder("out.jsonl")
        #expect(throws: SinkError.self) { try OutputSet.commit([table, file]) }
        #expect(try scene.rows() == ["1"])
    }

    @Test(arguments: TableScene.Kind.available) func takesFilesBackWhenATransactionMayNotBeCommitted(
        _ kind: TableScene.Kind
    ) throws {
        let scene = try TableScene(kind)
        try scene.write(.append, #"[{"id":1}]"#)
        try scene.folder.write("old\n", to: "out.jsonl")
        let table = try scene.open(.append)
        try table.write(RecordBatch(#"[{"id":2}]"#))
        let file = try SinkConfiguration(target: .file(scene.folder("out.jsonl"))).open()
        try file.write(RecordBatch("[1]"))
        struct Overtaken: Error {}
        scene.sessions.beforeCommit = { throw Overtaken() }
        let failure = #expect(throws: SinkError.self) { try OutputSet.commit([table, file]) }
        #expect(failure?.code == .overtaken)
        #expect(try scene.rows() == ["1"])
        #expect(scene.folder.text(of: "out.jsonl") == "old\n")
    }

    @Test(arguments: TableScene.Kind.available) func keepsOutARunThatWasOvertaken(_ kind: TableScene.Kind) throws {
        let scene = try TableScene(kind)
        scene.sessions.fence = DatabaseFence(job: "job", token: 1)
        let old = try scene.open(.append)
        try old.write(RecordBatch(#"[{"id":1}]"#))
        try old.checkpoint()
        let other = DatabaseSessions()
        other.fence = DatabaseFence(job: "job", token: 2)
        let new = try scene.open(.append, in: other)
        try new.write(RecordBatch(#"[{"id":2}]"#))
        try old.write(RecordBatch(#"[{"id":3}]"#))
        let failure = #expect(throws: SinkError.self) { try old.checkpoint() }
        #expect(failure?.code == .overtaken)
        try OutputSet.commit([new])
        #expect(try scene.rows() == ["1", "2"])
        let late = DatabaseSessions()
        late.fence = DatabaseFence(job: "job", token: 1)
        #expect(throws: SinkError.self) { try scene.open(.append, in: late) }
        late.fence = DatabaseFence(job: "other", token: 1)
        _ = try scene.open(.append, in: late)
    }

    @Test(arguments: TableScene.Kind.available) func hasNoPositionWithoutItsTable(_ kind: TableScene.Kind) throws {
        let scene = try TableScene(kind)
        let empty = try scene.open(.append)
        try empty.setPosition(.string("nothing came"), of: owner)
        try empty.checkpoint()
        #expect(try empty.position(of: owner) == nil)
        try empty.write(RecordBatch(#"[{"id":1}]"#))
        try empty.setPosition(.string("one"), of: owner)
        try OutputSet.commit([empty])
        #expect(try scene.open(.append).position(of: owner) == .string("one"))
        try scene.execute("DROP TABLE t")
        #expect(try scene.open(.append).position(of: owner) == nil)
    }

    @Test func leavesNoDatabaseWhereNothingWasWritten() throws {
        let scene = try TableScene(.sqlite)
        let sink = try scene.open(.append)
        try sink.write(RecordBatch(#"[{"id":1}]"#))
        try sink.rollback()
        #expect(scene.folder.names == [])
        let file = try SinkConfiguration(target: .sqlite(path: scene.folder("new/x.db"), table: "t")).open()
        try file.rollback()
        #expect(scene.folder.names == [])
    }

    @Test func isOneDatabaseByWhateverPath() throws {
        let scene = try TableScene(.sqlite)
        try scene.write(.append, #"[{"id":1}]"#)
        try scene.folder.link("link.db", to: "data.db")
        let first = try scene.open(.append, table: "a")
        let second = try SinkConfiguration(
            target: .sqlite(path: scene.folder("./link.db"), table: "b"), mode: .append
        ).open(in: scene.sessions)
        #expect(first.databaseID == second.databaseID)
        for sink in [first, second] { try sink.write(RecordBatch(#"[{"id":1}]"#)) }
        try OutputSet.commit([first, second])
        #expect(try scene.rows("SELECT count(*) FROM b") == ["1"])
    }

    /// Others may write while records come in, and only for the time of a commit have to wait.
    @Test(arguments: TableScene.Kind.available) func holdsUpNobodyBetweenCheckpoints(_ kind: TableScene.Kind) throws {
        let scene = try TableScene(kind)
        try scene.write(.merge, key: ["id"], #"[{"id":1,"v":1}]"#)
        let sink = try scene.open(.merge, key: ["id"])
        try sink.write(RecordBatch(#"[{"id":1,"v":2}]"#))
        try scene.execute("UPDATE t SET v = 5")
        #expect(try scene.rows() == ["1|5"])
        try OutputSet.commit([sink])
        #expect(try scene.rows() == ["1|2"])
    }

    @Test func saysWhatIsNoDatabase() throws {
        let scene = try TableScene(.sqlite)
        try scene.folder.write(String(repeating: "no database\n", count: 100), to: "data.db")
        let failure = #expect(throws: SinkError.self) { try scene.open(.append) }
        #expect(failure?.code == .unsuitable && failure?.message.contains("data.db") == true)
        #expect(scene.folder.text(of: "data.db")?.hasPrefix("no database") == true)
    }
}
