/// What there is to say about a key of the job language, as plain data.
///
/// Checking, the JSON Schema and the reference page all come out of it.
struct KeyDeclaration: Sendable {
    /// The key as it is written.
    let name: String
    /// What its value may be.
    let form: ValueForm
    /// When templates in its value are evaluated.
    let evaluated: Moment
    /// Whether it must be there.
    let isRequired: Bool
    /// Whether its value is secret whatever it is made of.
    let isSecret: Bool
    /// Whether its value is visible to others, such as a file name, so that it may not hold a secret.
    let isPublic: Bool
    /// What holds without it, as it would be written or in a few words; nil where nothing does.
    let standard: String?
    /// One sentence.
    let doc: String
    /// A value as it would be written in a job file.
    let example: String
}
