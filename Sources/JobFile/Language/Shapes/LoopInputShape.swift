internal import YAML

/// Where the items of a loop come from, as written.
enum LoopInput: Sendable {
    /// A template that gives a list.
    case template(LocatedTemplate)
    /// The items themselves.
    case values([ValueTemplate])
    /// The rows of a file.
    case file(CheckedSection)
}

/// How `for_each` and its `in` are read.
enum LoopInputShape {
    /// `in`.
    static let input = ValueShape<LoopInput>(
        .either([short.form, .section(LoopFileKeys.section)])
    ) { node, checker in
        guard node.mapping == nil else {
            return ValueShape.section(LoopFileKeys.section).read(node, &checker).map { .file($0) }
        }
        return short.read(node, &checker)
    }

    /// `for_each`.
    static let loop = ValueShape<Either<LoopInput, CheckedSection>>.either(short, or: .section(ForEachKeys.section))

    private static let list = ValueShape<[ValueTemplate]>.list(of: .value, orEmpty: true)

    private static let short = ValueShape<LoopInput>(
        .either([.scalar(.expression), list.form])
    ) { node, checker in
        if node.sequence != nil { return list.read(node, &checker).map { .values($0) } }
        return ValueShape.expression.read(node, &checker).map { .template($0) }
    }
}
