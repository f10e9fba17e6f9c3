public import HTTP

/// Something that happened during a run, for progress and traces.
public enum RunEvent: Sendable {
    /// A call began.
    case callStarted(name: String)
    /// An answer was read: how many records and bytes it brought.
    case pageReceived(call: String, records: Int, bytes: Int)
    /// A call ended.
    case callEnded(CallReport)
    /// Something on the wire between a call and its API.
    case exchange(call: String, ExchangeEvent)
    /// Something on the wire between a token source and its endpoint.
    case tokenExchange(source: String, ExchangeEvent)
}

/// Receives what happens during a run, from any thread, in order for each request.
public protocol RunObserver: Sendable {
    /// Called for each event; must not block for long.
    func observe(_ event: RunEvent)
}
