import JSONPath
import Sinks

/// The outputs of a call, opened for one item of its loop.
struct OpenOutputs: Sendable {
    var sinks: [SinkConfiguration] = []
    /// What holds on a record that is to be removed, by the place of the sink.
    var deletions: [Int: JSONCondition] = [:]
    var download: DownloadFile?
    var downloadPath: String?
}
