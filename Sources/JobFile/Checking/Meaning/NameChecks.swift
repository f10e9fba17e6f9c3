internal import JSON
internal import Diagnostics

/// Checks the names that a job gives: none twice, none that already means something.
struct NameChecks {
    let job: CheckedJob

    /// Names that mean something in templates.
    static let roots: Set = [
        "env", "inputs", "secrets", "vars", "auth", "calls", "page", "record", "run", "since", "until",
    ]

    func check(_ diagnostics: inout DiagnosticList) {
        checkUnique(job.allCalls.map { ($0.name, $0.section.nameSpan(CallKeys.name)) }, what: "call", &diagnostics)
        checkSources(&diagnostics)
        checkInputs(&diagnostics)
        for call in job.allCalls {
            checkItemName(of: call, &diagnostics)
            checkExtracts(of: call, &diagnostics)
        }
    }

    private func checkUnique(
        _ names: [(name: String, span: SourceSpan)], what: String, _ diagnostics: inout DiagnosticList
    ) {
        var first: [String: SourceSpan] = [:]
        for (name, span) in names {
            if let other = first[name] {
                diagnostics.error(
                    .duplicateName, "there are two \(what)s called '\(name)'", at: span,
                    related: [Diagnostic.Related(other, "the first one")])
            } else {
                first[name] = span
            }
        }
    }

    private func checkSources(_ diagnostics: inout DiagnosticList) {
        let sources = job.shared.auth
        if sources.count > 1 {
            for source in sources where !source.has(TokenSourceKeys.name) {
                diagnostics.error(
                    .missingKey, "of several token sources each needs a name", at: source.span.firstLine,
                    label: "add name: NAME")
            }
        }
        let named = sources.filter { $0.has(TokenSourceKeys.name) }
        checkUnique(
            named.map { (SharedDeclarations.name(of: $0), $0.nameSpan(TokenSourceKeys.name)) }, what: "token source",
            &diagnostics)
        for source in named where SharedDeclarations.name(of: source) == CheckedCall.noAuth {
            diagnostics.error(
                .reservedName, "a token source cannot be called 'none'", at: source.nameSpan(TokenSourceKeys.name),
                label: "auth: none means that a call is sent without credentials")
        }
    }

    /// A default must be of the input's type, and one of its allowed values.
    private func checkInputs(_ diagnostics: inout DiagnosticList) {
        for input in job.shared.inputs {
            guard case .long(let section) = input.value else { continue }
            let type = InputLowering.type(of: input)
            let allowed = section[InputKeys.allowed] ?? []
            for value in allowed where !type.holds(value) {
                diagnostics.error(
                    .wrongType, "\(type.words) was expected, this is \(value.words)",
                    at: section.valueSpan(of: InputKeys.allowed), label: "each value must be of the input's type")
            }
            guard let standard = section[InputKeys.standard], standard != .null else { continue }
            let span = section.valueSpan(of: InputKeys.standard)
            if !type.holds(standard) {
                diagnostics.error(
                    .wrongType, "\(type.words) was expected, this is \(standard.words)", at: span,
                    label: "the default must be of the input's type")
            } else if !allowed.isEmpty, !allowed.contains(standard) {
                diagnostics.error(
                    .unknownWord, "the default is none of the allowed values", at: span,
                    notes: ["possible: \(allowed.map(\.spelled).joined(separator: ", "))"])
            }
        }
    }

    private func checkItemName(of call: CheckedCall, _ diagnostics: inout DiagnosticList) {
        guard let name = call.loop?[ForEachKeys.itemName], Self.roots.contains(name.value) else { return }
        diagnostics.error(
            .reservedName, "an item cannot be called '\(name.value)'", at: name.span,
            label: "it has a meaning of its own in templates")
    }

    private func checkExtracts(of call: CheckedCall, _ diagnostics: inout DiagnosticList) {
        for entry in call.section[CallKeys.extract] ?? [] where CheckedCall.members.contains(entry.name) {
            diagnostics.error(
                .reservedName, "nothing can be extracted as '\(entry.name)'", at: entry.nameSpan,
                label: "every call has calls.NAME.\(entry.name) already")
        }
    }
}

extension CheckedSection {
    /// Where a name that a mapping gives itself stands.
    fileprivate func nameSpan(_ key: some LanguageKey) -> SourceSpan {
        has(key) ? valueSpan(of: key) : span.firstLine
    }
}
