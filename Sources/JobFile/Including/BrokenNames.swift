/// The names that stand under a key whose value is wrong, so that referring to one of them is no second mistake.
struct BrokenNames: Sendable {
    /// Those that can be read.
    private(set) var names: [String] = []
    /// Whether there may be others: the value has no names, or the file that it stands in could not be read.
    private(set) var hasOthers = false

    /// No names.
    static let none = BrokenNames()

    /// Any names.
    static let unknown = BrokenNames(hasOthers: true)

    private init(names: [String] = [], hasOthers: Bool = false) {
        self.names = names
        self.hasOthers = hasOthers
    }

    /// The names in a value that is wrong.
    init(_ broken: CheckedSection.Broken) {
        self.init(names: broken.names ?? [], hasOthers: broken.names == nil)
    }

    /// These names and those of another file.
    func union(_ other: BrokenNames) -> BrokenNames {
        BrokenNames(names: names + other.names, hasOthers: hasOthers || other.hasOthers)
    }
}
