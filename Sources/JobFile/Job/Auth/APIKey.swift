public import Secrets

/// A key that goes along with each request.
public struct APIKey: Sendable, Hashable {
    /// Where the key is put.
    public enum Placement: Sendable, Hashable {
        /// In a header of this name.
        case header(String)
        /// In a query parameter of this name.
        case query(String)
    }

    /// Where the key is put.
    public let placement: Placement
    /// The key.
    public let value: Secret

    /// Puts a key and its place together.
    public init(placement: Placement, value: Secret) {
        self.placement = placement
        self.value = value
    }
}
