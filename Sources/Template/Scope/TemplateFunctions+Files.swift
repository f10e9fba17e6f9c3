extension TemplateFunctions {
    /// The text of the file at a path, as `read` gives it.
    ///
    /// - Throws: why the file cannot be read.
    public func text(ofFile path: String) throws(TemplateError) -> String { try read(path) }

    /// The time of day that `now` gives, in seconds since 1970.
    public var time: Double { now() }
}
