internal import Template

extension TemplateReference {
    /// The name behind the root.
    var name: String? {
        if case .name(let name)? = path.first { name } else { nil }
    }
}
