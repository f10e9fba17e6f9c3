internal import Diagnostics
internal import Template

/// What is wrong with the members of each root.
extension ReferenceChecker {
    func needsName(_ reference: TemplateReference) -> ReferenceFinding {
        ReferenceFinding(
            .unknownMember, "'\(reference.root)' by itself is no value", label: "write \(reference.root).NAME")
    }

    func member(
        _ reference: TemplateReference, of names: [String], what: String, key: some LanguageKey
    ) -> ReferenceFinding? {
        guard let name = reference.name else { return needsName(reference) }
        // A declaration that is wrong itself is no reason for another message.
        let broken = job.shared.brokenNames(key)
        guard !names.contains(name), !broken.names.contains(name), !broken.hasOthers else { return nil }
        return ReferenceFinding(
            .unknownReference, "there is no \(what) '\(name.excerpt)'", unknown: name, among: names,
            orElse: "declare it under \(key.name)")
    }

    func source(_ reference: TemplateReference) -> ReferenceFinding? {
        guard let name = reference.name else { return needsName(reference) }
        guard let source = job.sources[name] else {
            if job.isAuthBroken { return nil }
            return ReferenceFinding(
                .unknownSource, "there is no token source '\(name.excerpt)'", unknown: name, among: sources,
                orElse: "declare it under auth")
        }
        guard source.hasAnswer else {
            return ReferenceFinding(
                .unknownMember, "the source '\(name)' gets no answer that could have members",
                label: "only a token endpoint, a call or a command answers")
        }
        guard reference.path.count >= 2 else {
            return ReferenceFinding(
                .unknownMember, "a member of the token's answer is needed", label: "write auth.\(name).MEMBER")
        }
        return nil
    }

    func run(_ reference: TemplateReference, in scope: ReferenceScope) -> ReferenceFinding? {
        guard let name = reference.name else { return needsName(reference) }
        let always = ["id", "started_at", "date"]
        let final = ["outcome", "exit_code", "failures"]
        if always.contains(name) || (scope.isFinal && final.contains(name)) { return nil }
        if final.contains(name) {
            return ReferenceFinding(
                .rootNotHere, "run.\(name) is not known yet", label: "only the calls of finally know how the run ended")
        }
        return ReferenceFinding(
            .unknownMember, "a run has no '\(name.excerpt)'", unknown: name,
            among: always + (scope.isFinal ? final : []))
    }

    func page(_ reference: TemplateReference, in scope: ReferenceScope) -> ReferenceFinding? {
        guard let page = scope.page else { return nil }
        guard let name = reference.name else { return needsName(reference) }
        let names = ["number", "offset"] + (page.hasCursor ? ["cursor"] : [])
        guard names.contains(name) else {
            return ReferenceFinding(
                .unknownMember, "a page has no '\(name.excerpt)' here", unknown: name, among: names)
        }
        guard name == "cursor", !page.cursorNames.isEmpty else { return nil }
        guard reference.path.count >= 2, case .name(let cursor) = reference.path[1],
            page.cursorNames.contains(cursor)
        else {
            return ReferenceFinding(
                .unknownMember, "there are several cursors, and this is none of them",
                label: "one of " + page.cursorNames.map { "page.cursor.\($0)" }.joined(separator: ", "))
        }
        return nil
    }

    func call(_ reference: TemplateReference, in scope: ReferenceScope) -> ReferenceFinding? {
        guard let name = reference.name else { return needsName(reference) }
        guard let position = calls.position(of: name) else {
            // It may be one that could not be read, or whose name could not.
            if job.hasUnnamedCalls { return nil }
            return ReferenceFinding(
                .unknownCall, "there is no call '\(name.excerpt)'", unknown: name,
                among: calls.calls[..<scope.position].map(\.name))
        }
        let call = calls.calls[position]
        guard position >= scope.position else { return member(reference, of: call) }
        if position == scope.position {
            return ReferenceFinding(
                .callHasNotRun, "a call cannot refer to its own answer", label: "it has not been sent yet")
        }
        return ReferenceFinding(
            .callHasNotRun, "the call '\(name)' has not run yet", label: "calls run in the order of the file",
            related: [Diagnostic.Related(call.section.span.firstLine, "it stands here")])
    }

    func member(_ reference: TemplateReference, of call: CheckedCall) -> ReferenceFinding? {
        let reserved = CheckedCall.members
        let names = reserved + (call.section[CallKeys.extract] ?? []).map(\.name)
        guard reference.path.count >= 2, case .name(let member) = reference.path[1] else {
            return ReferenceFinding(
                .unknownMember, "a call by itself is no value",
                label: "write calls.\(call.name).MEMBER", notes: ["it has: \(names.joined(separator: ", "))"])
        }
        // An entry of extract that is wrong itself is no reason for another message.
        guard names.contains(member) || call.section.isBroken(CallKeys.extract) else {
            return ReferenceFinding(
                .unknownMember, "the call '\(call.name)' has no '\(member.excerpt)'", unknown: member, among: names,
                orElse: "take it out with extract")
        }
        if member == "body", call.section[CallKeys.response]?.value.isStreamed == true {
            return ReferenceFinding(
                .unknownMember, "the body of '\(call.name)' is not kept",
                label: "its records go by one after the other",
                notes: ["there is calls.\(call.name).records"])
        }
        guard member == "headers" else { return nil }
        guard reference.path.count >= 3, case .name = reference.path[2] else {
            return ReferenceFinding(
                .unknownMember, "the headers by themselves are no value",
                label: "write calls.\(call.name).headers[\"NAME\"]")
        }
        return nil
    }
}
