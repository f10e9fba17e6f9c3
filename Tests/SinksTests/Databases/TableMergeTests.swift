import JSON
import Sinks
import Testing

@Suite struct TableMergeTests {
    @Test(arguments: TableScene.Kind.available) func mergesByAKey(_ kind: TableScene.Kind) throws {
        let scene = try TableScene(kind)
        try scene.write(.merge, key: ["id"], #"[{"id":1,"a":"x","b":1},{"id":2,"a":"y","b":2}]"#)
        try scene.write(.merge, key: ["id"], #"[{"id":2,"a":"z","b":null},{"id":3,"a":"w","b":3}]"#)
        #expect(try scene.rows() == ["1|x|1", "2|z|NULL", "3|w|3"])
    }

    @Test(arguments: TableScene.Kind.available) func mergesBySeveralKeys(_ kind: TableScene.Kind) throws {
        let scene = try TableScene(kind)
        let key = ["shop", "no"]
        try scene.write(.merge, key: key, #"[{"shop":"a","no":1,"v":1},{"shop":"b","no":1,"v":2}]"#)
        try scene.write(.merge, key: key, #"[{"no":1,"v":3,"shop":"b"},{"shop":"b","no":2}]"#)
        #expect(try scene.rows("SELECT shop, no, v FROM t ORDER BY 1, 2") == ["a|1|1", "b|1|3", "b|2|NULL"])
    }

    @Test(arguments: TableScene.Kind.available) func leavesColumnsAloneOfWhichARecordSaysNothing(
        _ kind: TableScene.Kind
    ) throws {
        let scene = try TableScene(kind)
        try scene.write(.merge, key: ["id"], #"[{"id":1,"a":1,"b":1},{"id":2,"a":2}]"#, #"[{"id":1,"b":3}]"#)
        #expect(try scene.rows() == ["1|1|3", "2|2|NULL"])
        try scene.write(
            .merge, key: ["id"], #"[{"id":1,"a":4},{"id":3,"c":true},{"id":2,"b":null},{"id":1,"b":5}]"#)
        #expect(
            try scene.rows() == ["1|4|5|NULL", "2|2|NULL|NULL", scene.either("3|NULL|NULL|1", "3|NULL|NULL|true")])
    }

    @Test(arguments: TableScene.Kind.available) func takesTheLastOfABatchesOwnRepeats(_ kind: TableScene.Kind) throws {
        let scene = try TableScene(kind)
        try scene.write(
            .merge, key: ["id"], #"[{"id":"a","v":1},{"id":"b","v":9},{"id":"a","v":2}]"#, #"[{"id":"a","v":3}]"#)
        #expect(try scene.rows() == ["a|3", "b|9"])
    }

    @Test(arguments: TableScene.Kind.available) func neverTakesAnOlderRecord(_ kind: TableScene.Kind) throws {
        let scene = try TableScene(kind)
        func write(_ records: (Int64?, String)...) throws {
            let sink = try scene.open(.merge, key: ["id"])
            try sink.write(RecordBatch(marked: records))
            try OutputSet.commit([sink])
        }
        try write((5, #"{"id":1,"v":"five"}"#), (3, #"{"id":1,"v":"three"}"#), (1, #"{"id":2,"v":"one"}"#))
        #expect(try scene.rows("SELECT id, v, _errand_mark FROM t ORDER BY 1") == ["1|five|5", "2|one|1"])
        try write((4, #"{"id":1,"v":"four"}"#), (1, #"{"id":2,"v":"one again"}"#))
        #expect(try scene.rows("SELECT id, v, _errand_mark FROM t ORDER BY 1") == ["1|five|5", "2|one again|1"])
        try write((4, #"{"id":1,"v":"four","w":1}"#), (6, #"{"id":3,"v":"six"}"#), (2, #"{"id":2,"w":2}"#))
        #expect(
            try scene.rows("SELECT id, v, w, _errand_mark FROM t ORDER BY 1") == [
                "1|five|NULL|5", "2|one again|2|2", "3|six|NULL|6",
            ])
        try write((nil, #"{"id":1,"v":"unmarked"}"#))
        #expect(try scene.rows("SELECT v, _errand_mark FROM t WHERE id = 1") == ["unmarked|5"])
    }

    @Test(arguments: TableScene.Kind.available) func removesWhatIsDeleted(_ kind: TableScene.Kind) throws {
        let scene = try TableScene(kind)
        try scene.write(
            .merge, key: ["id"], #"[{"id":1,"v":1,"w":1},{"id":2,"v":2,"w":2},{"id":3,"v":3,"w":3}]"#)
        let sink = try scene.open(.merge, key: ["id"])
        try sink.write(
            RecordBatch(
                marked: [
                    (1, #"{"id":1,"v":"no number"}"#), (1, #"{"id":2}"#), (2, #"{"id":2,"v":20}"#),
                    (1, #"{"id":4,"v":4}"#),
                    (2, #"{"id":4}"#), (5, #"{"id":3,"v":30}"#), (4, #"{"id":3}"#),
                ], deleted: [0, 1, 4, 6]))
        try OutputSet.commit([sink])
        #expect(try scene.rows("SELECT id, v, w FROM t ORDER BY 1") == ["2|20|NULL", "3|30|3"])
        let later = try scene.open(.merge, key: ["id"])
        try later.write(RecordBatch(marked: [(4, #"{"id":3}"#), (3, #"{"id":2}"#)], deleted: [0, 1]))
        try OutputSet.commit([later])
        #expect(try scene.rows("SELECT id, v, w FROM t ORDER BY 1") == ["3|30|3"])
    }

    @Test(
        arguments: TableScene.Kind.available,
        [
            (#"[{"id":1},{"v":2}]"#, "record 2 has no 'id', by which records are told apart"),
            (#"[{"id":null}]"#, "record 1 has no 'id', by which records are told apart"),
            (#"[{"id":{"a":1}}]"#, "record 1 has a list or an object in 'id', and is to be known by it"),
        ]) func needsItsKey(_ kind: TableScene.Kind, _ example: (records: String, message: String)) throws
    {
        let scene = try TableScene(kind)
        let failure = #expect(throws: SinkError.self) { try scene.write(.merge, key: ["id"], example.records) }
        #expect(failure?.message == example.message)
    }

    @Test(arguments: TableScene.Kind.available) func mergesIntoATableWithoutAKey(_ kind: TableScene.Kind) throws {
        let scene = try TableScene(kind)
        try scene.execute("CREATE TABLE t (id INTEGER, v TEXT); INSERT INTO t VALUES (1, 'x'), (2, 'y')")
        try scene.write(.merge, key: ["id"], #"[{"id":2,"v":"z"}]"#)
        #expect(try scene.rows() == ["1|x", "2|z"])
        try scene.execute("CREATE TABLE u (id INTEGER, v TEXT); INSERT INTO u VALUES (1, 'x'), (1, 'y')")
        let failure = #expect(throws: SinkError.self) {
            try scene.write(.merge, key: ["id"], table: "u", #"[{"id":2,"v":"z"}]"#)
        }
        #expect(failure?.message == "several of its rows have the same 'id'")
        #expect(try scene.rows("SELECT v FROM u ORDER BY 1") == ["x", "y"])
    }

    @Test(arguments: TableScene.Kind.available) func mergesOnlyKeys(_ kind: TableScene.Kind) throws {
        let scene = try TableScene(kind)
        try scene.write(.merge, key: ["id"], #"[{"id":1},{"id":2},{"id":1}]"#)
        try scene.write(.merge, key: ["id"], #"[{"id":1},{"id":3}]"#)
        #expect(try scene.rows() == ["1", "2", "3"])
    }

    @Test(arguments: TableScene.Kind.available) func keepsTheKindOfItsMarks(_ kind: TableScene.Kind) throws {
        let scene = try TableScene(kind)
        for (mark, isFine) in [(RecordMark.text("b"), true), (.text("a"), true), (.integer(1), false)] {
            let sink = try scene.open(.merge, key: ["id"])
            var batch = RecordBatch()
            batch.records = [
                Record(
                    .fields([RecordField("id", .number(JSONNumber(1))), RecordField("v", .string("\(mark)"))]),
                    mark: mark)
            ]
            if isFine {
                try sink.write(batch)
                try OutputSet.commit([sink])
            } else {
                #expect(throws: SinkError.self) { try sink.write(batch) }
                try sink.rollback()
            }
        }
        #expect(try scene.rows("SELECT _errand_mark FROM t") == ["b"])
    }
}
