/// Why a URL did not give the metadata of an issuer.
struct DiscoveryFinding: Sendable, Hashable {
    enum Problem: Error, Sendable, Hashable {
        /// The status is not 200; with where a redirect leads, which is not followed.
        case status(location: String?)
        case webPage
        case notJSON(String)
        case notAnObject
        case metadata(ServerMetadata.Problem)
    }

    let url: String
    let status: Int
    let problem: Problem
}
