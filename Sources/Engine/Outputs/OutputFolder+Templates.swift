import JobFile
import Sinks
import Template

extension OutputFolder {
    /// The path that a template gave, in this folder.
    ///
    /// - Throws: a path that depends on response data and leaves the folder.
    func resolve(_ path: String, of template: LocatedTemplate) throws(SinkError) -> String {
        let safeRoots: Set = ["env", "inputs", "vars", "run"]
        let dependsOnAnswers = template.template.references.contains { !safeRoots.contains($0.root) }
        return dependsOnAnswers ? try resolveInside(path) : try resolve(path)
    }
}
