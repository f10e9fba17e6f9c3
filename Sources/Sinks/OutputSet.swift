/// Publishes several outputs together.
public enum OutputSet {
    /// Makes all outputs durable, then shows them all; when one cannot be shown, all are as they were before.
    ///
    /// - Throws: the first failure. After a failure of the last step, removing the old files and writing the folders
    ///   to the disk, everything is shown.
    public static func commit(_ outputs: [any Output]) throws(SinkError) {
        do {
            for output in outputs { try output.finish() }
            for output in outputs { try output.publish() }
        } catch {
            _ = rollback(outputs)
            throw error
        }
        try seal(outputs)
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
