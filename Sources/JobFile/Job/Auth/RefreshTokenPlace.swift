public import Diagnostics
public import Secrets

/// Where a refresh token is kept.
public enum RefreshTokenPlace: Sendable {
    /// In the job's values: a server that hands out a new one each time makes it useless, which is an error then.
    case value(Located<Secret>)
    /// In a file that the new one is written back to; its path is relative to the job file's folder, made absolute.
    case file(Located<String>)
}
