import Sinks
import Testing

@Suite struct TableReplaceTests {
    @Test(arguments: TableScene.Kind.available) func replacesAllRowsWhenItIsPublished(_ kind: TableScene.Kind) throws {
        let scene = try TableScene(kind)
        try scene.write(.replace, #"[{"id":1,"v":"a"},{"id":2,"v":"b"}]"#)
        let sink = try scene.open(.replace)
        try sink.write(RecordBatch(#"[{"id":3,"v":"c"}]"#))
        try sink.checkpoint()
        try sink.finish()
        #expect(try scene.rows() == ["1|a", "2|b"])
        try OutputSet.commit([sink])
        #expect(try scene.rows() == ["3|c"])
    }

    @Test(arguments: TableScene.Kind.available) func keepsATableThatFits(_ kind: TableScene.Kind) throws {
        let scene = try TableScene(kind)
        try scene.execute(
            """
            CREATE TABLE t (v TEXT NOT NULL, id INTEGER PRIMARY KEY); CREATE INDEX by_v ON t (v);
            CREATE VIEW w AS SELECT id FROM t; INSERT INTO t VALUES ('old', 1)
            """)
        try scene.write(.replace, #"[{"id":2,"v":"new"}]"#)
        #expect(try scene.rows("SELECT id, v FROM t") == ["2|new"])
        #expect(try scene.rows("SELECT id FROM w") == ["2"])
        #expect(throws: SinkError.self) { try scene.write(.replace, #"[{"id":2,"v":null}]"#) }
        #expect(try scene.rows("SELECT id, v FROM t") == ["2|new"])
    }

    @Test(arguments: TableScene.Kind.available) func changesATableThatDoesNotFit(_ kind: TableScene.Kind) throws {
        let scene = try TableScene(kind)
        try scene.execute(
            """
            CREATE TABLE t (id INTEGER PRIMARY KEY, gone TEXT, v INTEGER); CREATE INDEX by_v ON t (v);
            CREATE VIEW w AS SELECT id FROM t; INSERT INTO t VALUES (1, 'x', 2)
            """)
        try scene.write(.replace, #"[{"id":2,"v":"text","new":1.5}]"#)
        #expect(try scene.rows("SELECT id, v, new FROM t") == ["2|text|1.5"])
        #expect(try scene.rows("SELECT id FROM w") == ["2"])
        #expect(try !scene.columns().contains("GONE"))
        let indexes = scene.either(
            "SELECT name FROM sqlite_schema WHERE type = 'index' AND name = 'by_v'",
            "SELECT indexname FROM pg_indexes WHERE indexname = 'by_v' AND schemaname = current_schema()")
        #expect(try scene.rows(indexes) == ["by_v"])
    }

    @Test(arguments: TableScene.Kind.available) func emptiesATable(_ kind: TableScene.Kind) throws {
        let scene = try TableScene(kind)
        try scene.write(.replace, #"[{"id":1,"v":"a"}]"#)
        try scene.write(.replace)
        #expect(try scene.rows().isEmpty)
        #expect(try scene.columns().hasPrefix("ID"))
        try scene.write(.replace, columns: ["id", "v"], table: "u")
        #expect(try scene.kind == .postgres || scene.columns("u") == "ID , V ")
    }

    @Test func saysWhichIndexDoesNotFit() throws {
        let scene = try TableScene(.sqlite)
        try scene.execute("CREATE TABLE t (id, gone); CREATE INDEX by_gone ON t (gone); INSERT INTO t VALUES (1, 2)")
        let failure = #expect(throws: SinkError.self) { try scene.write(.replace, #"[{"id":2,"v":1}]"#) }
        #expect(failure?.message.hasPrefix("its index 'by_gone' does not fit the new records") == true)
        #expect(try scene.rows() == ["1|2"])
    }
}
