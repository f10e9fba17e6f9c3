/// Receives a body as it arrives, on the transport's thread.
public protocol BodyWriter: AnyObject, Sendable {
    /// Called at the start of the body of each attempt: what an earlier attempt wrote is to be forgotten.
    ///
    /// It is not called when an attempt goes on where the one before broke off.
    func begin(_ head: BodyHead) throws
    /// Called with the next bytes, which are gone after the call.
    func write(_ bytes: UnsafeRawBufferPointer) throws
}
