/// A token that was got from a token endpoint, and how long it may be used.
struct HeldToken: Sendable {
    let credential: Credential
    let life: TokenLife
}
