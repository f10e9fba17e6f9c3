import Diagnostics
import JSON
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
        let columns = FieldProjector.columns(of: call.fields)
        if printsResult {
            outputs.sinks.append(SinkConfiguration(target: .stdout, format: .jsonl, columns: columns))
        }
        for template in call.writes {
            let configuration = try configuration(of: template, columns: columns, in: scope)
            do throws(SinkError) {
                try await context.outputs.open(configuration, for: call.name)
            } catch {
                throw OutputFailures.failure(error, at: template.span)
            }
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
    func put(_ records: [JSONNode], in scope: RunScope, to outputs: OpenOutputs) async throws(RunFailure) {
        try await settle()
        if let path = outputs.downloadPath {
            do throws(SinkError) {
                try await context.outputs.finishDownload(path)
            } catch {
                throw OutputFailures.failure(error, at: call.span(ofKey: "download"))
            }
        }
        guard spool != nil || !outputs.sinks.isEmpty else { return }
        pending = Task { await self.write(records, in: scope, to: outputs) }
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
        _ records: [JSONNode], in scope: RunScope, to outputs: OpenOutputs
    ) async -> RunFailure? {
        do throws(RunFailure) {
            let batch = try batch(records, in: scope)
            do throws(SinkError) {
                if let spool { try await context.outputs.append(batch, to: spool) }
                try await context.outputs.write(batch, to: outputs.sinks, for: call.name)
            } catch {
                throw OutputFailures.failure(error, at: call.span(ofKey: "write"))
            }
            return nil
        } catch {
            return error
        }
    }

    private nonisolated func batch(_ records: [JSONNode], in scope: RunScope) throws(RunFailure) -> RecordBatch {
        guard let fields = call.fields else { return RecordBatch(records) }
        let projector = FieldProjector(fields: fields, scope: scope, redactor: context.redactor)
        var batch = RecordBatch()
        batch.records.reserveCapacity(records.count)
        for record in records { batch.records.append(try projector.project(record)) }
        return batch
    }

    private func configuration(
        of template: SinkTemplate, columns: [String]?, in scope: RunScope
    ) throws(RunFailure) -> SinkConfiguration {
        guard case .file(let path) = template.target else {
            return SinkConfiguration(target: .stdout, format: RecordFormat(template.format ?? .jsonl), columns: columns)
        }
        let text = try path.text(in: scope, for: .path).text
        do throws(SinkError) {
            guard let format = template.format ?? FileFormat(path: text) else {
                throw SinkError(
                    .unsuitable, path: text, operation: .open, message: "its ending names no format",
                    advice: "end it with .jsonl, .json, .csv, .tsv or .txt, or give a format")
            }
            return SinkConfiguration(
                target: .file(try context.outputFolder.resolve(text, of: path)), format: RecordFormat(format),
                mode: template.mode == .append ? .append : .replace, columns: columns)
        } catch {
            throw OutputFailures.failure(error, at: template.span)
        }
    }
}
