import Template

/// What the templates of an incremental call see of its position.
struct SyncWindow: Sendable {
    /// `${since}`: null on the first run of a call without `initial`.
    var since: TemplateValue
    /// `${until}`, with a window.
    var until: TemplateValue?
    /// The URL that the run begins with, of `incremental: {next_url: …}`.
    var startURL: String?
    /// The query parameter that carries a token, of `incremental: {token: …, param: …}`.
    var parameter: (name: String, value: String)?
}
