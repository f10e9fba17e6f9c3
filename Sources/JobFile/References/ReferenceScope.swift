/// What the templates of one place may refer to.
struct ReferenceScope {
    /// The call at hand; nil where the job is loaded.
    let call: CheckedCall?
    /// Its place among all calls; those before it have run.
    let position: Int
    /// The name of the loop's item.
    let itemName: String?
    /// What `page` has.
    let page: PageNames?
    /// What there is of where the call goes on.
    let sync: SyncNames?

    /// Where the job is loaded.
    static let load = ReferenceScope(call: nil, position: 0)

    init(call: CheckedCall?, position: Int) {
        self.call = call
        self.position = position
        itemName = call?.itemName
        page = call.flatMap { PageNames($0) }
        sync = call.flatMap { SyncNames($0) }
    }

    /// Whether a root may be the item of the loop, whose name could not be read.
    func mayBeItem(_ root: String) -> Bool {
        guard let call, !NameChecks.roots.contains(root) else { return false }
        return call.section.isBroken(CallKeys.forEach) || call.loop?.isBroken(ForEachKeys.itemName) ?? false
    }

    /// Whether it is known how the run ended.
    var isFinal: Bool { call?.isFinal ?? false }

    /// The roots that a template evaluated at some moment may use.
    func roots(at moment: Moment) -> [String] {
        var roots = ["env", "inputs", "secrets", "vars"]
        guard moment != .load, moment != .never else { return roots }
        // What gets a token is sent before, between and after the calls.
        if call?.isForToken ?? false { return roots + ["auth"] }
        roots += ["calls", "auth", "run"]
        guard moment != .call else { return roots }
        if let itemName { roots.append(itemName) }
        guard moment != .item else { return roots }
        roots += sync?.roots ?? []
        guard moment != .window else { return roots }
        if page != nil { roots.append("page") }
        guard moment == .record else { return roots }
        return roots + ["record"]
    }
}
