import State
import Testing

@testable import Engine

@Suite struct StartPositionTests {
    private func position(_ watermark: String, epoch: Int = 0, fingerprint: String = "f") -> CallPosition {
        CallPosition(watermark: watermark, fingerprint: fingerprint, epoch: epoch)
    }

    private func chosen(
        state: CallPosition?, databases: [CallPosition?] = [], only: Bool = false, epoch: Int = 0
    ) -> String? {
        var start = StartPosition()
        start.state = state
        start.databases = databases
        start.isInDatabasesOnly = only
        start.epoch = epoch
        return start.chosen { WatermarkValue(kept: $0.watermark, kind: .integer) }?.watermark
    }

    @Test func isThatOfTheStateForFiles() {
        #expect(chosen(state: position("5")) == "5")
        #expect(chosen(state: nil) == nil)
    }

    /// A run died between the commit of the database and that of the state.
    @Test func isThatOfTheDatabaseForItsTables() {
        #expect(chosen(state: position("5"), databases: [position("9")], only: true) == "9")
    }

    /// A wiped state: the rows are there, and so is the position.
    @Test func survivesALostStateInADatabase() {
        #expect(chosen(state: nil, databases: [position("9")], only: true) == "9")
    }

    /// A database that was deleted gets everything again, whatever the state says.
    @Test func beginsAnewForADatabaseThatIsGone() {
        #expect(chosen(state: position("5"), databases: [nil], only: true) == nil)
    }

    @Test func isTheLeastOfSeveral() {
        #expect(chosen(state: position("5"), databases: [position("9")]) == "5")
        #expect(chosen(state: position("9"), databases: [position("10"), position("7")], only: true) == "7")
        #expect(chosen(state: position("9"), databases: [position("10"), nil], only: true) == nil)
        #expect(chosen(state: nil, databases: [position("9")]) == nil)
    }

    @Test func countsOnlyTheGreatestEpoch() {
        // errand state reset: the database still has the old one.
        #expect(chosen(state: nil, databases: [position("9")], only: true, epoch: 1) == nil)
        // errand state set.
        #expect(
            chosen(state: position("3", epoch: 1, fingerprint: ""), databases: [position("9")], only: true, epoch: 1)
                == "3")
        #expect(chosen(state: position("3", epoch: 1), databases: [position("9")], only: true, epoch: 1) == "3")
        #expect(chosen(state: position("3", epoch: 1), databases: [nil], only: true, epoch: 1) == nil)
        #expect(chosen(state: position("3", epoch: 1, fingerprint: ""), databases: [nil], only: true, epoch: 1) == "3")
        // Written since.
        #expect(
            chosen(
                state: position("3", epoch: 1, fingerprint: ""), databases: [position("4", epoch: 1)], only: true,
                epoch: 1) == "4")
        // A full refresh is in the database, and the run died before the state had it.
        #expect(chosen(state: position("9"), databases: [position("2", epoch: 1)]) == nil)
    }

    /// Tokens have no order; the state is written last, so it can only be behind.
    @Test func takesTheStatesTokenBesideADatabases() {
        var start = StartPosition()
        start.state = CallPosition(token: "old", fingerprint: "f")
        start.databases = [CallPosition(token: "new", fingerprint: "f")]
        #expect(start.chosen { _ in nil }?.token == "old")
        start.isInDatabasesOnly = true
        #expect(start.chosen { _ in nil }?.token == "new")
    }
}
