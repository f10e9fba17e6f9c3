/// A template of the job file, with when it is evaluated.
struct TemplateUse: Sendable {
    /// The template.
    let template: LocatedTemplate
    /// When it is evaluated.
    let moment: Moment
    /// Whether others see its value, so that it may not hold a secret.
    let isPublic: Bool
    /// The key in whose value it stands.
    let key: String
}
