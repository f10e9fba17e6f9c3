extension TemplateFunctions {
    /// The text of the file at a path, as `read` gives it.
    ///
    /// - Throws: why the file cannot be read.
    public func text(ofFile path: String) throws(TemplateError) -> String { try read(path) }
}
