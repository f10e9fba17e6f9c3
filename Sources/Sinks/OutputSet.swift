/// Publishes several outputs together.
public enum OutputSet {
    /// Makes all outputs durable, then shows them all; when one cannot be shown, all are as they were before.
    ///
    /// - Parameter journal: where the files are noted before the first is shown, so that a run that dies half way can
    ///   be completed; nil for nowhere.
    /// - Throws: the first failure. After a failure of the last step, removing the old files and writing the folders
    ///   to the disk, everything is shown.
    public static func commit(
        _ outputs: [any Output], journal: PublicationJournal? = nil
    ) throws(SinkError) {
        var entry: PublicationJournal.Entry?
        do throws(SinkError) {
            for output in outputs { try output.finish() }
            entry = try journal?.note(outputs.compactMap { ($0 as? any StagedOutput)?.pendingPublication })
            for output in outputs { try output.publish() }
            // Of what can fail, this is the last: from here on there is no way back.
            for output in outputs { try (output as? any CommittedOutput)?.commitPublication() }
        } catch {
            _ = rollback(outputs)
            entry?.remove()
            throw error
        }
        try seal(outputs)
        entry?.remove()
    }

    /// Takes all outputs back, the last one first.
    ///
    /// - Returns: what could not be taken back.
    public static func rollback(_ outputs: [any Output]) -> [SinkError] {
        outputs.reversed().compactMap { output in
            do throws(SinkError) {
                try output.rollback()
                return nil
            } catch {
                return error
            }
        }
    }

    private static func seal(_ outputs: [any Output]) throws(SinkError) {
        var failure: SinkError?
        func attempt(_ step: () throws(SinkError) -> Void) {
            do throws(SinkError) { try step() } catch { failure = failure ?? error }
        }
        for output in outputs { attempt(output.seal) }
        for folder in Set(outputs.flatMap(\.changedFolders)).sorted() {
            attempt { () throws(SinkError) in try Folders.synchronize(folder) }
        }
        if let failure { throw failure }
    }
}
