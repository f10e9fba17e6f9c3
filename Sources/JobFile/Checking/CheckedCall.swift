internal import Diagnostics

/// A call that was read with the declaration of the language.
struct CheckedCall: Sendable {
    /// Its keys.
    let section: CheckedSection
    /// The name by which others refer to it.
    let name: String
    /// Its place among the calls, or among the calls of `finally`.
    let position: Int
    /// Whether it is a call of `finally`.
    let isFinal: Bool
    /// Whether it gets a token, for a source of type `request`.
    let isForToken: Bool

    init(_ section: CheckedSection, position: Int, isFinal: Bool) {
        self.section = section
        self.position = position
        self.isFinal = isFinal
        isForToken = false
        name = section[CallKeys.name]?.value ?? "\(isFinal ? "finally" : "call")_\(position + 1)"
    }

    /// The call of a token source of type `request`; nil for another source, or for one whose call is wrong.
    init?(ofSource source: CheckedSection) {
        guard source.name == RequestSourceKeys.section.name, let section = source[RequestSourceKeys.call] else {
            return nil
        }
        self.section = section
        position = 0
        isFinal = false
        isForToken = true
        name = SharedDeclarations.name(of: source)
    }

    /// The word with which a call says that it is sent without credentials.
    static let noAuth = "none"

    /// Whether it is sent without credentials unless it says otherwise itself.
    var isBare: Bool { isFinal || isForToken }

    /// What the call or the defaults say about `auth`; those do not count for a call that is bare.
    func authName(defaults: CheckedSection?) -> Located<String>? {
        let standard = isBare ? nil : defaults?[SettingKeys.auth]
        return section[SettingKeys.auth] ?? standard
    }

    /// The loop, in its long form.
    var loop: CheckedSection? {
        if case .long(let loop)? = section[CallKeys.forEach] { loop } else { nil }
    }

    /// The name under which templates see the item of the loop; nil without a loop.
    var itemName: String? {
        guard section.has(CallKeys.forEach) else { return nil }
        return loop?[ForEachKeys.itemName]?.value ?? "item"
    }

    /// Where the URL stands, with its template.
    var url: LocatedTemplate? {
        for key in RequestKeys.methods {
            if let url = section[key] { return url }
        }
        return section[RequestKeys.request]?[MethodKeys.url]
    }

    /// The method in capitals.
    var method: String {
        if let request = section[RequestKeys.request] { return request[MethodKeys.method]?.value ?? "GET" }
        return RequestKeys.methods.first { section.has($0) }?.name.uppercased() ?? "GET"
    }
}

extension CheckedCall {
    /// The members that every call has.
    static let members = ["status", "headers", "body", "records"]
}
