internal import Diagnostics

/// Makes how a call waits, and how it is known when it is sent again.
struct PollLowering {
    let call: CheckedCall

    func poll(with loader: inout Loader) -> Poll? {
        guard let section = call.section[CallKeys.poll] else { return nil }
        var poll = Poll(fail: section[PollKeys.fail], span: section.span)
        poll.every = loader.value(section[PollKeys.every]) ?? poll.every
        poll.timeout = loader.value(section[PollKeys.timeout]) ?? poll.timeout
        switch section[PollKeys.until] {
        case nil: return nil
        case .short(let condition): poll.condition = condition
        case .long(let until):
            poll.condition = until[PollUntilKeys.body]
            poll.status = until[PollUntilKeys.status].map { StatusPattern($0.map(\.value)) }
        }
        return poll
    }

    func idempotencyKey(with loader: inout Loader) -> IdempotencyKey? {
        guard let value = call.section[CallKeys.idempotencyKey] else { return nil }
        var key = IdempotencyKey(span: call.section.span(of: CallKeys.idempotencyKey))
        guard case .long(let section) = value else { return key }
        key.header = section[IdempotencyKeyKeys.header]?.value ?? key.header
        key.within = loader.value(section[IdempotencyKeyKeys.within]) ?? key.within
        return key
    }
}
