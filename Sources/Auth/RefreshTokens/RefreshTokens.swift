import JobFile

/// Makes the store of a refresh token.
enum RefreshTokens {
    /// The store of a source's refresh token.
    static func store(
        _ place: RefreshTokenPlace, of source: TokenSourceConfiguration, context: SourceContext
    ) -> any RefreshTokenStore {
        switch place {
        case .value(let token): FixedRefreshToken(token, of: source, context: context)
        case .file(let path): RefreshTokenFile(path, of: source, context: context)
        }
    }
}
