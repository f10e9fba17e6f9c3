/// Where the body of an answer goes.
///
/// A limit counts decoded bytes.
public enum BodyDestination: Sendable {
    /// Memory, up to so many bytes.
    case memory(limit: Int)
    /// A writer, up to so many bytes.
    ///
    /// Only the body of a 2xx answer goes there; of any other the first 1 MiB goes to memory.
    case writer(any BodyWriter, limit: Int)
}
