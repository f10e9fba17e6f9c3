import Sinks
import Testing

/// What every sink does, whatever its format and its place.
@Suite struct SinkBehaviourTests {
    /// Together they take more than a buffer in every format.
    private static let many = 1_000_000_000_000_000..<1_000_000_000_020_000

    private func batch(_ ids: Range<Int>) throws -> RecordBatch {
        try RecordBatch("[" + ids.map { "{ \"id\": \($0) }" }.joined(separator: ",") + "]")
    }

    @Test(arguments: SinkSubject.all) func writesItsRecords(_ subject: SinkSubject) throws {
        let open = try OpenSubject(subject)
        try open.sink.write(batch(1..<4))
        try OutputSet.commit([open.sink])
        #expect(try open.text() == subject.after(1..<4))
        #expect(open.names == (subject.place == .pipe ? [] : ["out"]))
    }

    @Test(arguments: SinkSubject.all) func writesTheSameHoweverRecordsArePaged(_ subject: SinkSubject) throws {
        let open = try OpenSubject(subject)
        for page in [1..<1, 1..<2, 2..<2, 2..<4] { try open.sink.write(batch(page)) }
        try OutputSet.commit([open.sink])
        #expect(try open.text() == subject.after(1..<4))
    }

    @Test(arguments: SinkSubject.all) func writesMoreThanItsBufferHolds(_ subject: SinkSubject) throws {
        let open = try OpenSubject(subject)
        try open.sink.write(batch(Self.many))
        try OutputSet.commit([open.sink])
        #expect(try open.text() == subject.after(Self.many))
    }

    @Test(arguments: SinkSubject.all) func endsWellWithoutRecords(_ subject: SinkSubject) throws {
        let open = try OpenSubject(subject)
        try OutputSet.commit([open.sink])
        #expect(try open.text() == subject.after(0..<0))
    }

    @Test(arguments: SinkSubject.staged) func showsNothingBeforeItIsPublished(_ subject: SinkSubject) throws {
        let open = try OpenSubject(subject)
        try open.sink.write(batch(Self.many))
        try open.sink.checkpoint()
        try open.sink.finish()
        #expect(try open.text() == subject.before)
        try open.sink.publish()
        #expect(try open.text() == subject.after(Self.many))
        try open.sink.rollback()
        #expect(try open.text() == subject.before)
    }

    @Test(arguments: SinkSubject.files, [false, true])
    func leavesWhatWasThereWhenTakenBack(_ subject: SinkSubject, isFinished: Bool) throws {
        let open = try OpenSubject(subject)
        try open.sink.write(batch(Self.many))
        if isFinished { try open.sink.finish() }
        try open.sink.rollback()
        #expect(try open.text() == subject.before)
        #expect(open.names == (subject.before == nil ? [] : ["out"]))
    }

    @Test(arguments: SinkSubject.all) func endsOnlyOnce(_ subject: SinkSubject) throws {
        let open = try OpenSubject(subject)
        try open.sink.write(batch(1..<3))
        try open.sink.finish()
        try open.sink.finish()
        try OutputSet.commit([open.sink])
        try open.sink.rollback()
        #expect(throws: SinkError.self) { try open.sink.write(batch(3..<4)) }
        #expect(try open.text() == subject.after(1..<3))
    }

    @Test(arguments: SinkSubject.all) func takesNothingAfterItWasTakenBack(_ subject: SinkSubject) throws {
        let open = try OpenSubject(subject)
        try open.sink.rollback()
        try open.sink.rollback()
        #expect(throws: SinkError.self) { try open.sink.write(batch(1..<2)) }
        #expect(try open.text() == (subject.place == .pipe ? "" : subject.before))
    }

    @Test(arguments: SinkSubject.files.filter { $0.format == .csv || $0.format == .tsv || $0.format == .txt })
    func publishesNothingAfterAFailure(_ subject: SinkSubject) throws {
        let open = try OpenSubject(subject)
        let failure = #expect(throws: SinkError.self) {
            try open.sink.write(RecordBatch(#"[{"id":1}]"#))
            try open.sink.write(RecordBatch(#"[{"id":2,"b":3}]"#))
        }
        #expect(failure?.code == .unfitRecord && failure?.advice != nil)
        #expect(throws: try #require(failure)) { try OutputSet.commit([open.sink]) }
        #expect(try open.text() == subject.before)
    }
}
