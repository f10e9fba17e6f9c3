import JSON
import Sinks
import Testing

/// Which tables are made of records, and what fits them.
@Suite struct TableTypesTests {
    @Test(arguments: TableScene.Kind.available) func infersTypes(_ kind: TableScene.Kind) throws {
        let scene = try TableScene(kind)
        try scene.write(
            .append,
            """
            [{"id":1,"name":"Ann","ok":true,"rate":1.5,"tags":["a", 1],"big":92233720368547758080,"none":null},
             {"id":9007199254740993,"name":"B\\"\\u00e9","ok":false,"rate":2,"tags":{"x" : null},"big":1}]
            """)
        #expect(
            try scene.rows("SELECT id, name, ok, rate, tags, big FROM t ORDER BY id") == [
                scene.either(
                    #"1|Ann|1|1.5|["a",1]|92233720368547758080"#,
                    #"1|Ann|true|1.5|["a", 1]|92233720368547758080"#),
                scene.either(
                    #"9007199254740993|B"é|0|2.0|{"x":null}|1"#, #"9007199254740993|B"é|false|2|{"x": null}|1"#),
            ])
        #expect(
            try scene.columns()
                == scene.either(
                    "ID INTEGER, NAME TEXT, OK INTEGER, RATE REAL, TAGS TEXT, BIG TEXT, NONE ",
                    "ID BIGINT, NAME TEXT, OK BOOLEAN, RATE NUMERIC, TAGS JSONB, BIG NUMERIC"))
    }

    @Test(arguments: TableScene.Kind.available) func keepsEveryDigit(_ kind: TableScene.Kind) throws {
        let scene = try TableScene(kind)
        try scene.write(
            .append, #"[{"n":-9223372036854775808},{"n":9223372036854775807},{"n":-9223372036854775809},{"n":0}]"#)
        #expect(
            try scene.rows("SELECT n FROM t ORDER BY length(CAST(n AS TEXT)), CAST(n AS TEXT)") == [
                "0", "9223372036854775807", "-9223372036854775808", "-9223372036854775809",
            ])
    }

    @Test(arguments: TableScene.Kind.available) func takesGivenTypes(_ kind: TableScene.Kind) throws {
        let scene = try TableScene(kind)
        try scene.write(
            .append, types: ["a": .text, "b": .number, "c": .json, "d": .boolean, "e": .integer],
            #"[{"a":1.10,"b":1,"c":"x","d":true,"e":null}]"#)
        #expect(
            try scene.rows()
                == [scene.either(#"1.10|1.0|"x"|1|NULL"#, #"1.10|1|"x"|true|NULL"#)])
        #expect(
            try scene.columns()
                == scene.either(
                    "A TEXT, B REAL, C TEXT, D INTEGER, E INTEGER",
                    "A TEXT, B NUMERIC, C JSONB, D BOOLEAN, E BIGINT"))
    }

    @Test(
        arguments: TableScene.Kind.available,
        [
            (#"[{"a":1},{"a":"x"}]"#, "record 2 has text in 'a', a column of whole numbers"),
            (#"[{"a":1.5},{"a":[1]}]"#, "record 2 has a list or an object in 'a', a column of numbers"),
            (#"[{"a":true},{"b":1},{"a":"x"}]"#, "record 3 has text in 'a', a column of true and false"),
            (#"[{"a":1,"":2}]"#, "record 1 has a field without a name"),
            (
                #"[{"a":1,"_errand_mark":2}]"#,
                "record 1 has a field '_errand_mark', which is the name of a column of errand's own"
            ),
        ]) func refusesWhatDoesNotFit(_ kind: TableScene.Kind, _ example: (records: String, message: String)) throws
    {
        let scene = try TableScene(kind)
        let failure = #expect(throws: SinkError.self) { try scene.write(.append, example.records) }
        #expect(failure?.code == .unfitRecord && failure?.advice != nil)
        #expect(failure?.message == example.message)
        #expect(failure?.path.hasSuffix(": t") == true)
        #expect(try kind == .sqlite ? !scene.folder.names.contains("data.db") : !scene.has("t"))
    }

    @Test(arguments: TableScene.Kind.available) func remembersTheTypesOfATableThatIsThere(_ kind: TableScene.Kind)
        throws
    {
        let scene = try TableScene(kind)
        try scene.write(.append, #"[{"a":1,"s":"x"}]"#)
        let failure = #expect(throws: SinkError.self) { try scene.write(.append, #"[{"a":2,"s":"y"},{"a":"three"}]"#) }
        #expect(failure?.message == "record 2 has text in 'a', a column of whole numbers")
        try scene.write(.append, #"[{"a":2,"s":12}]"#)
        #expect(try scene.rows() == ["1|x", "2|12"])
    }

    @Test(arguments: TableScene.Kind.available) func widensATable(_ kind: TableScene.Kind) throws {
        let scene = try TableScene(kind)
        try scene.write(.append, #"[{"id":1}]"#, #"[{"id":2,"name":"Ann"}]"#)
        try scene.write(.append, #"[{"id":3.5,"more":true}]"#)
        #expect(
            try scene.rows() == [
                "1|NULL|NULL", "2|Ann|NULL", scene.either("3.5|NULL|1", "3.5|NULL|true"),
            ])
    }

    @Test(arguments: TableScene.Kind.available) func quotesNames(_ kind: TableScene.Kind) throws {
        let scene = try TableScene(kind)
        let table = #"a"b'; drop table x; --"#
        try scene.write(
            .merge, key: ["select"], table: table,
            #"[{"select":1,"a\"b":2,"order by":3,"Größe":4,"rowid":5,"c0":6,"$1":7}]"#,
            #"[{"select":1,"a\"b":3}]"#)
        #expect(
            try scene.rows(
                #"SELECT "select", "a""b", "order by", "Größe", "rowid", "c0" FROM "a""b'; drop table x; --""#)
                == ["1|3|3|4|5|6"])
    }

    @Test func knowsNamesThatSQLiteTakesForOne() throws {
        let scene = try TableScene(.sqlite)
        let failure = #expect(throws: SinkError.self) { try scene.write(.append, #"[{"id":1,"ID":2}]"#) }
        #expect(
            failure?.message
                == "record 1 has a field 'ID', and 'id' goes into the column of that name: SQLite takes them for one")
        try scene.execute("CREATE TABLE t (ID INTEGER PRIMARY KEY, Name TEXT)")
        try scene.write(.merge, key: ["id"], #"[{"id":1,"name":"Ann"}]"#)
        #expect(try scene.rows() == ["1|Ann"])
    }

    @Test(.enabled(if: PostgresServer.isAvailable)) func refusesNamesThatPostgresWouldCut() throws {
        let scene = try TableScene(.postgres)
        let name = String(repeating: "n", count: 64)
        let failure = #expect(throws: SinkError.self) { try scene.write(.append, #"[{"\#(name)":1}]"#) }
        #expect(failure?.message.contains("at most 63 bytes") == true)
        try scene.write(.append, #"[{"id":1,"ID":2,"\#(name.dropLast())":3}]"#)
        #expect(try scene.rows(#"SELECT id, "ID", "\#(name.dropLast())" FROM t"#) == ["1|2|3"])
    }

    @Test(arguments: TableScene.Kind.available) func limitsColumns(_ kind: TableScene.Kind) throws {
        let scene = try TableScene(kind)
        let fields = (0..<1001).map { "\"f\($0)\":1" }.joined(separator: ",")
        let failure = #expect(throws: SinkError.self) { try scene.write(.append, "[{\(fields)}]") }
        #expect(failure?.message == "record 1 has a field 'f1000', and the table has 1000 columns already")
    }

    @Test(arguments: TableScene.Kind.available) func writesFieldsInTheirOrder(_ kind: TableScene.Kind) throws {
        let scene = try TableScene(kind)
        try scene.write(.append, columns: ["b", "a"], #"[{"a":1,"b":2}]"#)
        #expect(try scene.columns() == scene.either("B INTEGER, A INTEGER", "B BIGINT, A BIGINT"))
        #expect(try scene.rows() == ["2|1"])
    }

    @Test(arguments: TableScene.Kind.available) func keepsARecordThatIsNoObject(_ kind: TableScene.Kind) throws {
        let scene = try TableScene(kind)
        try scene.write(.append, #"["a","b"]"#)
        #expect(try scene.rows("SELECT value FROM t") == ["a", "b"])
    }

    @Test(arguments: TableScene.Kind.available) func refusesTablesOfErrandsOwn(_ kind: TableScene.Kind) throws {
        let scene = try TableScene(kind)
        for name in ["", "errand_positions", "ERRAND_x"] {
            #expect(throws: SinkError.self) { try scene.open(.append, table: name) }
        }
        #expect(throws: SinkError.self) { try scene.open(.merge) }
        try scene.execute("CREATE VIEW v AS SELECT 1 AS a")
        let failure = #expect(throws: SinkError.self) { try scene.open(.append, table: "v") }
        #expect(failure?.message == "it is a view")
    }
}

extension TableTypesTests {
    @Test(
        .enabled(if: PostgresServer.isAvailable),
        arguments: [
            (#"[{"a":"x\u0000y"}]"#, false), (#"[{"a":["x\u0000y"]}]"#, false), (#"[{"a":["x\\u0000y"]}]"#, true),
            (#"[{"a":"tab\t, line\n, \\N, \\. and \r"}]"#, true), (#"[{"a":""}]"#, true),
        ])
    func knowsWhatPostgresCannotKeep(_ records: String, isFine: Bool) throws {
        let scene = try TableScene(.postgres)
        if isFine {
            try scene.write(.append, records)
            try scene.write(.merge, key: ["a"], table: "u", #"[{"a":"","b":""},{"a":":","b":null}]"#)
            #expect(try scene.rows("SELECT * FROM u ORDER BY 1") == ["|", ":|NULL"])
        } else {
            let failure = #expect(throws: SinkError.self) { try scene.write(.append, records) }
            #expect(failure?.message == "record 1 has a NUL (U+0000) in 'a', which PostgreSQL cannot keep")
        }
    }

    @Test(arguments: TableScene.Kind.available) func keepsTextAsItIs(_ kind: TableScene.Kind) throws {
        let scene = try TableScene(kind)
        let text = "tab\t, line\n, \\N, \\., \r, 'quotes', \"more\", é, 𝄞, :"
        var batch = RecordBatch()
        batch.records = [.fields([RecordField("a", .string(text)), RecordField("b", .string(""))])]
        for mode in [SinkConfiguration.Mode.append, .merge, .replace] {
            let sink = try scene.open(mode, table: "\(mode)", key: ["a"])
            try sink.write(batch)
            try OutputSet.commit([sink])
            #expect(try scene.rows("SELECT a FROM \"\(mode)\"") == [text])
            #expect(try scene.rows("SELECT b FROM \"\(mode)\"") == [""])
        }
    }
}
