import Diagnostics
import HTTP
import JSON
import JSONPath
import JobFile
import Sinks
import State
import Synchronization

/// What an incremental call knows of how far it has come, for one item of its loop, while its pages come.
final class ItemSync: Sendable {
    private struct Progress {
        var tracker: WatermarkTracker
        var token: String?
        /// Whether the last page said what the next run begins with.
        var hasToken = false
        var recordCount = 0
        /// From which mark on nothing can have been written before.
        var seenUpTo: Int64?
        var scratch: [UInt8] = []
    }

    let scope: StateScope
    let incremental: Incremental
    let start: SyncStart
    /// Whether each page is committed.
    let commitsPages: Bool
    /// Whether each window is committed.
    let commitsWindows: Bool
    private let call: Call
    private let failures: SyncFailures
    private let fingerprint: String
    private let progress: Mutex<Progress>

    init(
        call: Call, incremental: Incremental, start: SyncStart, scope: StateScope, fingerprint: String,
        commits: Bool, failures: SyncFailures
    ) {
        self.call = call
        commitsWindows = commits && start.movesPosition
        commitsPages = commits && !call.hasWindowFiles && start.movesPosition && incremental.field?.isAscending == true
        self.incremental = incremental
        self.start = start
        self.scope = scope
        self.fingerprint = fingerprint
        self.failures = failures
        let kind = incremental.field?.kind ?? .text
        let watermark = WatermarkValue(kept: start.position?.watermark, kind: kind)
        let windowEnd = WatermarkValue(kept: start.position?.windowEnd, kind: kind)
        let tracker = WatermarkTracker(
            watermark: watermark, windowEnd: windowEnd, isAscending: incremental.field?.isAscending ?? false)
        progress = Mutex(
            Progress(tracker: tracker, token: start.position?.token, seenUpTo: start.seenUpTo))
    }

    /// How many records came.
    var recordCount: Int { progress.withLock { $0.recordCount } }

    /// Where the run goes on, before `lookback`; nil for the beginning.
    var resumption: WatermarkValue? { progress.withLock { $0.tracker.resumption } }

    /// Takes note of an answer, whose body or URL the next run may begin with.
    func note(body: JSONNode?, url: String) throws(RunFailure) {
        let path: JSONPath
        switch incremental.kind {
        case .field: return
        case .token(let located, _), .nextURL(let located): path = located.value
        }
        let found = body.flatMap { path.first(in: $0) }
        let text: String? =
            switch found?.value {
            case .string(let text): text
            case .number(let number): number.text
            default: nil
            }
        let token = text.flatMap { $0.isEmpty ? nil : $0 }
        progress.withLock { progress in
            progress.hasToken = token != nil
            guard let token else { return }
            if case .nextURL = incremental.kind {
                progress.token = HTTPURL(url)?.resolving(token)?.text ?? token
            } else {
                progress.token = token
            }
        }
    }

    /// Takes the records of a page that is about to be written.
    ///
    /// - Parameter floor: what is less was written in a window before; nil outside of one.
    /// - Throws: a record without a watermark, or pages out of the order that the job promises.
    func take(_ records: [JSONNode], floor: WatermarkValue? = nil) throws(RunFailure) -> SyncedPage {
        guard let field = incremental.field else {
            progress.withLock { $0.recordCount += records.count }
            return SyncedPage(scope: scope)
        }
        let values = try WatermarkReader(field: field, failures: failures).values(of: records)
        do throws(WatermarkTracker.Disorder) {
            return try progress.withLock { (progress) throws(WatermarkTracker.Disorder) in
                try page(of: records, values, field, floor: floor, &progress)
            }
        } catch {
            throw failures.disorder(error)
        }
    }

    private func page(
        of records: [JSONNode], _ values: [WatermarkValue], _ field: WatermarkField, floor: WatermarkValue?,
        _ progress: inout Progress
    ) throws(WatermarkTracker.Disorder) -> SyncedPage {
        var page = SyncedPage(scope: scope, marks: values.map(\.orderKey))
        page.recordMarks = values.map(RecordMark.init(_:))
        page.seenUpTo = progress.seenUpTo
        page.floor = floor?.orderKey
        try progress.tracker.take(values)
        progress.recordCount += records.count
        page.boundary = boundary(progress.tracker, field)
        if start.remembers {
            for (record, mark) in zip(records, page.marks) {
                let isNew = page.boundary.map { mark >= $0 } ?? false
                let mayBeSeen = page.seenUpTo.map { mark <= $0 } ?? false
                page.hashes.append(isNew || mayBeSeen ? RecordHash(record, scratch: &progress.scratch) : nil)
            }
        }
        if commitsPages {
            page.position = position(progress)
            // From now on what is in this page may be among what was written.
            progress.seenUpTo = [progress.seenUpTo, progress.tracker.resumption?.orderKey].compactMap { $0 }.max()
        }
        return page
    }

    /// From where on records are remembered, as an order key: where the next run will begin.
    private func boundary(_ tracker: WatermarkTracker, _ field: WatermarkField) -> Int64? {
        let next = start.movesPosition ? tracker.resumption : start.position.flatMap(order.rank)
        // A position that stays where it is lets everything come again.
        guard let next else { return start.movesPosition ? nil : .min }
        return field.boundary(of: next).orderKey
    }

    private var order: SyncOrder { SyncOrder(kind: incremental.field?.kind ?? .text, boundary: { $0 }) }

    /// A window is done.
    func endWindow(_ step: WindowWalk.Step) {
        progress.withLock { progress in
            let top = progress.tracker.greatest
            progress.tracker.endWindow(at: step.until, isWhole: step.isWhole)
            let marks = [progress.seenUpTo, top?.orderKey, step.until.orderKey]
            progress.seenUpTo = marks.compactMap { $0 }.max()
        }
    }

    /// How far the call has come when all that came is safe; nil when it has not moved.
    ///
    /// - Throws: that the last page does not say what the next run begins with.
    func finalPosition() throws(RunFailure) -> CallPosition? {
        let (position, isEmpty, hasToken) = progress.withLock {
            (self.position($0), $0.recordCount == 0, $0.hasToken)
        }
        switch incremental.kind {
        case .field:
            return position.watermark == nil && position.windowEnd == nil ? nil : position
        case .token(let path, _), .nextURL(let path):
            // An API that has nothing new may say nothing; then the last token stays good.
            guard hasToken || (isEmpty && position.token != nil) else { throw failures.lacksToken(path.value.text) }
            return position
        }
    }

    /// Where the next run would begin, as an order key.
    var finalBoundary: Int64? {
        guard let field = incremental.field else { return nil }
        return progress.withLock { boundary($0.tracker, field) }
    }

    private func position(_ progress: Progress) -> CallPosition {
        CallPosition(
            watermark: progress.tracker.greatest?.canonical, token: progress.token, fingerprint: fingerprint,
            windowEnd: progress.tracker.windowEnd?.canonical, epoch: start.epoch)
    }
}

extension RecordMark {
    /// The order of a record among those of its call.
    fileprivate init(_ value: WatermarkValue) {
        switch value {
        case .time, .integer: self = .integer(value.orderKey)
        case .text(let text): self = .text(text)
        }
    }
}
