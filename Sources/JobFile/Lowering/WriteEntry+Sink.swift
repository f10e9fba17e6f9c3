extension WriteEntry {
    /// The sink.
    var sink: SinkTemplate {
        SinkTemplate(
            target: isStdout ? .stdout : .file(path: path), format: isFormatGiven ? format : nil, mode: mode,
            span: span)
    }
}
