/// Where and why libyaml could not go on, in its own words.
struct SyntaxFailure: Error {
    /// What it found, such as `did not find expected key`.
    let problem: String
    /// The byte offset of what it found.
    let offset: Int
    /// What it was about, such as `while parsing a flow mapping`; empty for nothing in particular.
    let context: String
    /// The byte offset where that began.
    let contextOffset: Int?
}
