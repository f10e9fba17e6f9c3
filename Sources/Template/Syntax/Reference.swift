/// A name with its path, and where each step ends.
struct Reference: Sendable {
    let root: String
    let steps: [PlacedStep]
    let range: Range<Int>

    var path: [TemplatePathStep] { steps.map(\.step) }

    /// The reference as it could be written, up to a step.
    func spelling(steps count: Int) -> String {
        steps.prefix(count).reduce(root) { $0 + $1.step.spelling }
    }
}

/// A step of a path, and where it ends in the template's text.
struct PlacedStep: Sendable {
    let step: TemplatePathStep
    let end: Int
}

extension TemplatePathStep {
    /// The step as it could be written.
    var spelling: String {
        switch self {
        case .name(let name):
            name.utf8.allSatisfy { CharacterClass.isNamePart($0) } ? "." + name : "[\"\(name)\"]"
        case .index(let index): "[\(index)]"
        }
    }
}
