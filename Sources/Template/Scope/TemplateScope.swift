/// The values that a template can refer to while it is evaluated.
public protocol TemplateScope: Sendable {
    /// What the functions of templates need of the world outside.
    var functions: TemplateFunctions { get }

    /// Finds the value of a root, or of a first part of its path.
    ///
    /// - Returns: the value and how much of the path it stands for; nil when nothing is there.
    /// - Throws: why a value that is there cannot be had. That something is missing is no error here.
    func lookup(_ root: String, _ path: [TemplatePathStep]) throws(TemplateError) -> TemplateLookup?
}
