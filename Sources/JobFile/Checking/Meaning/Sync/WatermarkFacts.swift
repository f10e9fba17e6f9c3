internal import Diagnostics
internal import Template

/// What is known of the field of a watermark: when a job is checked what is written, when it is loaded everything.
struct WatermarkFacts {
    /// What is wrong with a key.
    struct Problem {
        let title: String
        let span: SourceSpan
        let label: String
    }

    let section: CheckedSection
    let initial: String?
    let lookback: WatermarkField.Lookback?
    let size: Window.Size?
    /// How values are compared; nil while `initial` is not known.
    let type: WatermarkType?

    /// What is known when a job is checked.
    init(written section: CheckedSection) {
        let initial = section[IncrementalKeys.initial]
        self.init(
            section, initial: initial?.literal, isInitialKnown: initial == nil || initial?.literal != nil,
            lookback: section[IncrementalKeys.lookback]?.literal,
            size: section[IncrementalKeys.window]?[WindowKeys.size]?.literal)
    }

    /// What is known when a job is loaded.
    init(loaded section: CheckedSection, with loader: inout Loader) {
        self.init(
            section, initial: loader.value(section[IncrementalKeys.initial]), isInitialKnown: true,
            lookback: loader.value(section[IncrementalKeys.lookback]),
            size: loader.value(section[IncrementalKeys.window]?[WindowKeys.size]))
    }

    private init(
        _ section: CheckedSection, initial: String?, isInitialKnown: Bool, lookback: WatermarkField.Lookback?,
        size: Window.Size?
    ) {
        self.section = section
        self.initial = initial
        self.lookback = lookback
        self.size = size
        if let type = section[IncrementalKeys.type]?.value {
            self.type = type
        } else if section.has(IncrementalKeys.format) {
            type = .time
        } else if let initial {
            type = Self.type(of: initial)
        } else {
            type = isInitialKnown ? .time : nil
        }
    }

    /// How times are written: as said, or as `initial` is.
    var format: WatermarkFormat {
        if let format = section[IncrementalKeys.format]?.value { return format }
        guard type == .time, let initial, Self.isInteger(initial) else { return .rfc3339 }
        // Until the year 5138 seconds have at most eleven digits, and since 1973 milliseconds have at least twelve.
        return initial.utf8.count >= 12 ? .unixMilliseconds : .unix
    }

    /// The type that a value has by itself.
    private static func type(of text: String) -> WatermarkType {
        if isInteger(text) { return .integer }
        return isDate(text) ? .time : .text
    }

    private static func isInteger(_ text: String) -> Bool {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        return !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Whether a text is a date; a time without an offset is one in UTC.
    private static func isDate(_ text: String) -> Bool {
        (try? DateText.parse(text)) != nil || (try? DateText.parse(text + "Z")) != nil
    }

    /// What does not go together.
    var problems: [Problem] {
        guard let type else { return [] }
        return [initialProblem(type), lookbackProblem(type), formatProblem(type), windowProblem(type)].compactMap { $0 }
    }

    private func initialProblem(_ type: WatermarkType) -> Problem? {
        guard let initial else { return nil }
        let span = section.valueSpan(of: IncrementalKeys.initial)
        switch type {
        case .integer where !Self.isInteger(initial):
            return Problem(
                title: "'\(initial.excerpt)' is not a whole number", span: span, label: "the type is integer")
        case .time where !Self.isDate(initial) && !Self.isInteger(initial):
            return Problem(
                title: "'\(initial.excerpt)' is not a time", span: span,
                label: "such as 2024-01-01T00:00:00Z, or seconds since 1970")
        default: return nil
        }
    }

    private func lookbackProblem(_ type: WatermarkType) -> Problem? {
        let span = section.valueSpan(of: IncrementalKeys.lookback)
        switch (type, lookback) {
        case (_, nil), (_, .some(.none)), (.time, .time), (.integer, .integer): return nil
        case (.time, _):
            return Problem(title: "the watermark is a time", span: span, label: "lookback is a duration such as 5m")
        case (.integer, _):
            return Problem(title: "the watermark is a number", span: span, label: "lookback is a whole number")
        case (.text, _):
            return Problem(
                title: "nothing can be taken from a text", span: span,
                label: "lookback needs type: time or type: integer")
        }
    }

    private func formatProblem(_ type: WatermarkType) -> Problem? {
        guard type != .time, section.has(IncrementalKeys.format) else { return nil }
        return Problem(
            title: "only times have a format", span: section.span(of: IncrementalKeys.format),
            label: "the type is \(type.rawValue)")
    }

    private func windowProblem(_ type: WatermarkType) -> Problem? {
        guard let window = section[IncrementalKeys.window] else { return nil }
        let span = section.span(of: IncrementalKeys.window)
        if type == .text {
            return Problem(
                title: "a text has no steps", span: span, label: "window needs type: time or type: integer")
        }
        if !section.has(IncrementalKeys.initial) {
            return Problem(title: "the first window has no beginning", span: span, label: "add initial: VALUE")
        }
        if type == .integer, !window.has(WindowKeys.until) {
            return Problem(
                title: "the last window has no end", span: span,
                label: "add until: NUMBER, such as an earlier call's greatest id")
        }
        let sizeSpan = window.valueSpan(of: WindowKeys.size)
        switch (type, size) {
        case (.time, .integer?):
            return Problem(title: "the watermark is a time", span: sizeSpan, label: "size is a duration such as 1d")
        case (.integer, .time?):
            return Problem(title: "the watermark is a number", span: sizeSpan, label: "size is a whole number")
        default: return nil
        }
    }
}
