internal import Diagnostics
internal import IRegexp
internal import JSONPath

/// Makes what a call says about its answers.
struct ResponseLowering {
    let call: CheckedCall

    private var section: CheckedSection { call.section }

    var rules: [Rule] {
        (section[CallKeys.rules] ?? []).compactMap { rule in
            guard let action = rule[RuleKeys.action] else { return nil }
            return Rule(
                statuses: pattern(rule[RuleKeys.status]), headers: tests(rule[RuleKeys.headers]),
                body: rule[RuleKeys.body], action: action.value, span: rule.span)
        }
    }

    func expectation(with loader: inout Loader) -> Expectation {
        guard let expect = section[CallKeys.expect] else { return Expectation(span: section.span) }
        let records = expect[ExpectKeys.records]
        return Expectation(
            status: pattern(expect[ExpectKeys.status]),
            headers: tests(expect[ExpectKeys.headers]),
            body: expect[ExpectKeys.body] ?? [],
            maxDuration: loader.value(expect[ExpectKeys.maxDuration]),
            records: Expectation.RecordCount(
                minimum: loader.value(records?[RecordCountKeys.minimum]),
                maximum: loader.value(records?[RecordCountKeys.maximum]),
                shrink: loader.value(records?[RecordCountKeys.shrink])?.value),
            span: expect.span)
    }

    var extractions: [Extraction] {
        (section[CallKeys.extract] ?? []).compactMap { entry in
            switch entry.value {
            case .short(let path):
                return Extraction(name: entry.name, source: .json(path.value), span: entry.nameSpan)
            case .long(let extract):
                guard let source = source(of: extract) else { return nil }
                return Extraction(
                    name: entry.name, source: source, default: extract[ExtractKeys.standard],
                    isRequired: extract[ExtractKeys.required]?.value ?? true,
                    isSecret: extract[ExtractKeys.secret]?.value ?? false, span: entry.nameSpan)
            }
        }
    }

    private func source(of extract: CheckedSection) -> Extraction.Source? {
        if let path = extract[ExtractKeys.json] { return .json(path.value) }
        if let header = extract[ExtractKeys.header] { return .header(header.value) }
        if let pattern = extract[ExtractKeys.regex] { return .regex(pattern.value) }
        if let cookie = extract[ExtractKeys.cookie] { return .cookie(cookie.value) }
        return extract[ExtractKeys.status] == nil ? nil : .status
    }

    private func pattern(_ ranges: [Located<ClosedRange<Int>>]?) -> StatusPattern? {
        ranges.map { StatusPattern($0.map(\.value)) }
    }

    private func tests(_ tests: [Named<Located<HeaderTest.Test>>]?) -> [HeaderTest] {
        (tests ?? []).map { HeaderTest(name: $0.name, test: $0.value.value, span: $0.span) }
    }
}
