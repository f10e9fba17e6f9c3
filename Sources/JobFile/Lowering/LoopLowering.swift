internal import Diagnostics

/// Makes the loop of a call.
struct LoopLowering {
    let call: CheckedCall

    func lower(with loader: inout Loader) -> ForEach? {
        switch call.section[CallKeys.forEach] {
        case nil: return nil
        case .short(let input):
            let span = call.section.valueSpan(of: CallKeys.forEach)
            return self.input(input).map { ForEach(input: $0, span: span) }
        case .long(let loop):
            guard let input = loop[ForEachKeys.input].flatMap({ self.input($0) }) else { return nil }
            return ForEach(
                input: input,
                itemName: loop[ForEachKeys.itemName]?.value ?? "item",
                key: loop[ForEachKeys.key],
                distinct: loop[ForEachKeys.distinct],
                concurrency: loader.value(loop[ForEachKeys.concurrency]) ?? 1,
                batch: loader.value(loop[ForEachKeys.batch]),
                onError: loop[ForEachKeys.onError]?.value ?? .fail,
                failedPath: loop[ForEachKeys.failed],
                span: loop.span)
        }
    }

    private func input(_ input: LoopInput) -> ForEach.Input? {
        switch input {
        case .template(let template): .template(template)
        case .values(let values): .values(values)
        case .file(let section): section[LoopFileKeys.file].map { .file($0) }
        }
    }
}
