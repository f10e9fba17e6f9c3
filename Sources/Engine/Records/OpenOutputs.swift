import Sinks

/// The outputs of a call, opened for one item of its loop.
struct OpenOutputs: Sendable {
    var sinks: [SinkConfiguration] = []
    var download: DownloadFile?
    var downloadPath: String?
}
