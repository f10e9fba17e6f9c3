import Sinks
import State

/// Why the outputs of a run, or the state that goes with them, could not be written.
enum OutputError: Error {
    case sink(SinkError)
    case state(StateError)

    /// Does something with an output.
    static func inSink<Result>(_ body: () throws(SinkError) -> Result) throws(OutputError) -> Result {
        do throws(SinkError) {
            return try body()
        } catch {
            throw .sink(error)
        }
    }

    /// Does something with the state.
    static func inState<Result>(_ body: () throws(StateError) -> Result) throws(OutputError) -> Result {
        do throws(StateError) {
            return try body()
        } catch {
            throw .state(error)
        }
    }
}
