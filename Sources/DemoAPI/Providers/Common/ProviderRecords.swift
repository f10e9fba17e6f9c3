/// The five records that every stand-in has, and a page of them.
struct ProviderRecords {
    /// A record: what it is called depends on the provider.
    struct Entry {
        let number: Int
        let name: String
        var email: String { "user\(number)@example.com" }
        /// A UUID that is the same on every machine.
        var uuid: String { "00000000-0000-4000-8000-00000000000\(number)" }
        var date: String { "2024-01-0\(number)T09:00:00Z" }
    }

    static let all = ["Ada", "Grace", "Łukasz", "Zoë", "李雷"].enumerated()
        .map { Entry(number: $0.offset + 1, name: $0.element) }

    let start: Int
    let entries: ArraySlice<Entry>

    /// The page that begins after `start` records.
    init(start: Int, size: Int) {
        self.start = min(max(start, 0), Self.all.count)
        entries = Self.all[self.start...].prefix(max(size, 1))
    }

    /// Where the next page starts, or nil on the last one.
    var next: Int? { entries.endIndex < Self.all.count ? entries.endIndex : nil }

    var total: Int { Self.all.count }

    /// The entries as a provider writes them.
    func list(_ write: (Entry) -> JSONText) -> JSONText {
        .array(entries.map(write))
    }
}
