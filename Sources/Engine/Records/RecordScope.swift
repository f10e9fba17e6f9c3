import Template

/// The values that the templates of `fields` see: those of the call, and the record.
///
/// The scope of the call is shared by reference, as there is a scope for every record.
struct RecordScope: TemplateScope {
    /// The scope of the call.
    final class Base: Sendable {
        let scope: RunScope

        init(_ scope: RunScope) {
            self.scope = scope
        }
    }

    let base: Base
    let record: TemplateValue

    var functions: TemplateFunctions { base.scope.functions }

    func lookup(_ root: String, _ path: [TemplatePathStep]) throws(TemplateError) -> TemplateLookup? {
        if root == "record" { return TemplateLookup(record, consumed: 0) }
        return try base.scope.lookup(root, path)
    }
}
