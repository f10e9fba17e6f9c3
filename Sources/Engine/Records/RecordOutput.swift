import Diagnostics
import JSON
import JSONPath
import JobFile
import Secrets
import Sinks
import Template

/// Brings the records of a call to its outputs, and to the spool when a later call loops over them.
///
/// One page is written while the next one is fetched; there is never more than one page under way, so the next page is
/// not asked for while the outputs are behind.
actor RecordOutput {
    private let call: Call
    private let context: RunContext
    private let spool: Spool?
    /// Whether the records, or the body, go to stdout because nothing in the job writes.
    let printsResult: Bool
    private var pending: Task<RunFailure?, Never>?

    init(call: Call, context: RunContext, spool: Spool?, printsResult: Bool) {
        self.call = call
        self.context = context
        self.spool = spool
        self.printsResult = printsResult
    }

    /// Whether anybody wants the records at all.
    nonisolated var isWanted: Bool { !call.writes.isEmpty || spool != nil }

    /// Opens the outputs whose paths are known with this scope, before anything is sent.
    func open(in scope: RunScope) async throws(RunFailure) -> OpenOutputs {
        var outputs = OpenOutputs()
        let configurations = OutputConfigurations(call: call, context: context)
        if printsResult { outputs.sinks.append(configurations.standardOutput) }
        if call.hasWindowFiles { await context.outputs.publishesWindows(of: call.name) }
        for template in call.writes {
            let configuration = try configurations.configuration(of: template, in: scope)
            do throws(SinkError) {
                try await context.outputs.open(configuration, for: call.name)
            } catch {
                throw OutputFailures.failure(error, at: template.span)
            }
            outputs.deletions[outputs.sinks.count] = template.delete?.value
            outputs.sinks.append(configuration)
        }
        if let template = call.download {
            let text = try template.text(in: scope, for: .path).text
            do throws(SinkError) {
                let path = try context.outputFolder.resolve(text, of: template)
                outputs.download = try await context.outputs.openDownload(path, for: call.name)
                outputs.downloadPath = path
            } catch {
                throw OutputFailures.failure(error, at: template.span)
            }
        }
        return outputs
    }

    /// Takes the records of a page; returns when the page before is written.
    ///
    /// - Parameter sync: how far the call has come, of an incremental one.
    func put(
        _ records: [JSONNode], in scope: RunScope, to outputs: OpenOutputs, sync: ItemSync? = nil
    ) async throws(RunFailure) {
        try await settle()
        if let path = outputs.downloadPath {
            do throws(SinkError) {
                try await context.outputs.finishDownload(path)
            } catch {
                throw OutputFailures.failure(error, at: call.span(ofKey: "download"))
            }
        }
        let page = try sync?.take(records, floor: scope.windowFloor)
        guard spool != nil || !outputs.sinks.isEmpty || page != nil else { return }
        pending = Task { await self.write(records, page, in: scope, to: outputs, commits: sync?.commitsPages ?? false) }
    }

    /// Prints a body as it came.
    func print(_ body: [UInt8]) async throws(RunFailure) {
        do throws(SinkError) {
            try await context.outputs.print(body)
        } catch {
            throw OutputFailures.failure(error, at: call.span)
        }
    }

    /// No answer was accepted for the download, if there is one.
    func discardDownload(of outputs: OpenOutputs) async throws(RunFailure) {
        guard let path = outputs.downloadPath else { return }
        do throws(SinkError) {
            try await context.outputs.discardDownload(path)
        } catch {
            throw OutputFailures.failure(error, at: call.span(ofKey: "download"))
        }
    }

    /// Returns when everything that was put is written.
    func settle() async throws(RunFailure) {
        let failure = await pending?.value
        pending = nil
        if let failure { throw failure }
    }

    private nonisolated func write(
        _ records: [JSONNode], _ page: SyncedPage?, in scope: RunScope, to outputs: OpenOutputs, commits: Bool
    ) async -> RunFailure? {
        do throws(RunFailure) {
            let batch = try batch(records, page, in: scope)
            do throws(OutputError) {
                try await context.outputs.put(
                    batch, deleted: deleted(records, outputs), spool: spool, to: outputs.sinks, for: call.name,
                    page: page)
                if commits, let page, let position = page.position {
                    await context.outputs.advance(page.scope, to: position, boundary: page.boundary)
                    try await context.outputs.checkpoint()
                }
            } catch {
                throw OutputFailures.failure(error, at: call.span(ofKey: "write"))
            }
            return nil
        } catch {
            return error
        }
    }

    /// Which records are to be removed, for each sink that removes any.
    private nonisolated func deleted(_ records: [JSONNode], _ outputs: OpenOutputs) -> [Int: [Bool]] {
        outputs.deletions.mapValues { condition in records.map { condition.holds(on: $0) } }
    }

    private nonisolated func batch(
        _ records: [JSONNode], _ page: SyncedPage?, in scope: RunScope
    ) throws(RunFailure) -> RecordBatch {
        var batch: RecordBatch
        if let fields = call.fields {
            let projector = FieldProjector(fields: fields, scope: scope, redactor: context.redactor)
            batch = RecordBatch()
            batch.records.reserveCapacity(records.count)
            for record in records { batch.records.append(try projector.project(record)) }
        } else {
            batch = RecordBatch(records)
        }
        if let page {
            for (place, mark) in page.recordMarks.enumerated() { batch.records[place].mark = mark }
        }
        return batch
    }
}
