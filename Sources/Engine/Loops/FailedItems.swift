import Diagnostics
import JSON
import JobFile
import Secrets
import Sinks
import Template

/// The items of a loop that were not done: the file that gets them, and what is said about them at the end.
///
/// The file has an item a line, the single ones of a batch too, so that it can be the `file` of the next run. It is
/// published at the end of the loop whatever becomes of the run, empty when all items were done.
struct FailedItems {
    /// How many failures are shown.
    static let shownLimit = 5

    private let loop: ForEach
    private let configuration: SinkConfiguration?
    private let store = OutputStore()
    private let callName: String
    private var count = 0
    private var first: RunFailure?
    private var shown: [String] = []
    /// Items that wait for those before them to end: the file is in item order.
    private var waiting: [Int: TemplateValue] = [:]

    /// Opens the file, when the loop has one.
    init(_ loop: ForEach, of call: Call, in scope: RunScope, context: RunContext) async throws(RunFailure) {
        self.loop = loop
        callName = call.name
        guard let template = loop.failedPath else {
            configuration = nil
            return
        }
        let text = try template.text(in: scope, for: .path).text
        do throws(SinkError) {
            let path = try context.outputFolder.resolve(text, of: template)
            let configuration = SinkConfiguration(target: .file(path), format: .jsonl)
            try await store.open(configuration, for: callName)
            self.configuration = configuration
        } catch {
            throw OutputFailures.failure(error, at: template.span)
        }
    }

    /// Takes note of an item that was not done.
    mutating func add(_ item: TemplateValue, at index: Int, _ failure: RunFailure) {
        count += 1
        if first == nil { first = failure }
        if shown.count < Self.shownLimit {
            shown.append("\(failure.diagnostic.title)\(failure.diagnostic.label.map { ": \($0)" } ?? "")")
        }
        if configuration != nil { waiting[index] = item }
    }

    /// Writes the items before a place: all of those have ended.
    mutating func write(before end: Int) async throws(RunFailure) {
        for index in waiting.keys.filter({ $0 < end }).sorted() {
            if let item = waiting.removeValue(forKey: index) { try await write(item) }
        }
    }

    private func write(_ item: TemplateValue) async throws(RunFailure) {
        guard let configuration else { return }
        let value = item.json
        var items = [value]
        if loop.batch != nil, case .array(let elements) = value { items = elements }
        var batch = RecordBatch()
        batch.records = try items.map { item throws(RunFailure) in .node(try Self.node(item, at: loop.span)) }
        do throws(SinkError) {
            try await store.write(batch, to: [configuration], for: callName)
        } catch {
            throw OutputFailures.failure(error, at: loop.failedPath?.span ?? loop.span)
        }
    }

    /// Shows the file.
    func publish() async throws(RunFailure) {
        guard let configuration else { return }
        do throws(OutputError) {
            await store.touch(configuration)
            try await store.publish()
        } catch {
            throw OutputFailures.failure(error, at: loop.failedPath?.span ?? loop.span)
        }
    }

    /// Takes the file back: the loop did not get to its end, so nobody knows what was not done.
    func discard() async {
        await store.rollback()
    }

    /// The failure of the call, when an item failed.
    func summary(of call: Call, itemCount: Int) -> RunFailure? {
        guard let first else { return nil }
        var notes = shown
        if count > shown.count { notes.append("and \(count - shown.count) more") }
        if case .file(let path)? = configuration?.target { notes.append("the items are in \(path)") }
        return RunFailure(
            first.exitCode,
            Diagnostic(
                code: .loopFailed, severity: .error,
                title: "\(count) of \(itemCount) items of the call '\(call.name)' were not done",
                span: loop.span, label: "of this loop", notes: notes))
    }

    private static func node(_ value: JSONValue, at span: SourceSpan) throws(RunFailure) -> JSONNode {
        var bytes: [UInt8] = []
        value.write(to: &bytes)
        do throws(JSONSyntaxError) {
            return try JSONDocument(bytes).root
        } catch {
            throw RunFailure(
                .callFailed,
                Diagnostic(
                    code: .loopInput, severity: .error, title: "an item is no JSON value: \(error.message)", span: span)
            )
        }
    }
}
