/// A section that a word of the job chooses; it is made when it is chosen, since a job uses few of them.
struct SectionChoice: Sendable {
    /// The word.
    let word: String
    private let make: @Sendable () -> Section

    init(_ word: String, _ section: @autoclosure @escaping @Sendable () -> Section) {
        self.word = word
        make = section
    }

    /// The section.
    var section: Section { make() }
}
