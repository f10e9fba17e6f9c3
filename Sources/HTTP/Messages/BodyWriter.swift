/// Receives a body as it arrives, on the transport's thread.
public protocol BodyWriter: AnyObject, Sendable {
    /// Called at the start of the body of each attempt: what an earlier attempt wrote is to be forgotten.
    func begin() throws
    /// Called with the next bytes, which are gone after the call.
    func write(_ bytes: UnsafeRawBufferPointer) throws
}
