internal import Diagnostics

/// Makes how a call goes on where the last run ended.
struct IncrementalLowering {
    let call: CheckedCall

    func lower(with loader: inout Loader) -> Incremental? {
        guard let section = call.section[CallKeys.incremental], let kind = kind(section, with: &loader) else {
            return nil
        }
        return Incremental(kind: kind, span: section.span)
    }

    private func kind(_ section: CheckedSection, with loader: inout Loader) -> Incremental.Kind? {
        if let path = section[IncrementalKeys.token] {
            return .token(path, parameter: section[IncrementalKeys.parameter]?.value)
        }
        if let path = section[IncrementalKeys.nextURL] { return .nextURL(path) }
        guard let path = section[IncrementalKeys.field] else { return nil }
        let facts = WatermarkFacts(loaded: section, with: &loader)
        for problem in facts.problems {
            loader.error(.badWatermark, problem.title, at: problem.span, label: problem.label)
        }
        return .field(
            WatermarkField(
                path: path, type: facts.type ?? .time, initial: facts.initial, lookback: facts.lookback ?? .none,
                isAscending: section[IncrementalKeys.order]?.value == .ascending, format: facts.format,
                window: window(section, facts)))
    }

    private func window(_ section: CheckedSection, _ facts: WatermarkFacts) -> Window? {
        guard let window = section[IncrementalKeys.window], let size = facts.size else { return nil }
        return Window(size: size, until: window[WindowKeys.until])
    }
}
