public import JSON

/// How far a call has come; a database sink keeps the same beside its rows.
public struct CallPosition: Sendable, Hashable {
    /// The greatest value of the call's `field` among committed records, in the canonical spelling of its type.
    public var watermark: String?
    /// The opaque token, or the next URL, of the last page.
    public var token: String?
    /// What the request was, so that a changed one is noticed; empty for a position that was set by hand.
    public var fingerprint: String
    /// The end of the last window that was committed, in the canonical spelling of its type.
    public var windowEnd: String?
    /// How often the state was set or reset by hand before this position was reached.
    ///
    /// Of the positions that sinks and the state hold only those of the greatest epoch count.
    public var epoch: Int

    /// A position from its parts.
    public init(
        watermark: String? = nil, token: String? = nil, fingerprint: String = "", windowEnd: String? = nil,
        epoch: Int = 0
    ) {
        self.watermark = watermark
        self.token = token
        self.fingerprint = fingerprint
        self.windowEnd = windowEnd
        self.epoch = epoch
    }
}

extension CallPosition {
    /// It as JSON; what is nil is left out.
    public var json: JSONValue {
        var members: [JSONMember] = []
        func add(_ name: String, _ text: String?) {
            if let text { members.append(JSONMember(name: name, value: .string(text))) }
        }
        add("watermark", watermark)
        add("token", token)
        add("window_end", windowEnd)
        add("fingerprint", fingerprint)
        if epoch != 0 { members.append(JSONMember(name: "epoch", value: .number(JSONNumber(epoch)))) }
        return .object(members)
    }

    /// A position from its JSON; nil for anything else.
    public init?(json: JSONValue) {
        guard case .object = json else { return nil }
        func text(_ name: String) -> String?? {
            switch json[name] {
            case nil, .null?: .some(nil)
            case .string(let text)?: .some(text)
            default: nil
            }
        }
        guard let watermark = text("watermark"), let token = text("token"), let windowEnd = text("window_end"),
            let fingerprint = text("fingerprint")
        else { return nil }
        var epoch = 0
        if let value = json["epoch"] {
            guard let number = value.number?.int, number >= 0 else { return nil }
            epoch = number
        }
        self.init(
            watermark: watermark, token: token, fingerprint: fingerprint ?? "", windowEnd: windowEnd, epoch: epoch)
    }
}
