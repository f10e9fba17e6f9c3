internal import Diagnostics
internal import JSONPath
internal import YAML

/// An entry of `fields`, as written.
enum FieldEntry: Sendable {
    /// `"*": true`.
    case allOwnFields
    /// `name: null`.
    case drop
    /// A JSONPath.
    case path(JSONPath)
    /// A template.
    case template(LocatedTemplate)
    /// The long form.
    case long(CheckedSection)
}

/// How `fields` is read.
enum FieldsShape {
    static let fields = ValueShape<[Named<FieldEntry>]>(.map(entry.form)) { node, checker in
        guard let entries = node.mapping, !entries.isEmpty else { return empty.read(node, &checker) }
        var result: [Named<FieldEntry>] = []
        for entry in entries {
            let first = checker.uses.count
            guard let value = read(entry, with: &checker) else { continue }
            result.append(
                Named(
                    name: entry.key.text, nameSpan: entry.key.span, value: value, span: entry.value.span,
                    uses: Array(checker.uses[first...])))
        }
        return result
    }

    /// Says what is wrong with something that has no entries.
    private static let empty = ValueShape<[Named<FieldEntry>]>.map(of: entry, orEmpty: false)

    /// Reads an entry; `"*"` and `true` belong together.
    private static func read(_ entry: YAMLEntry, with checker: inout Checker) -> FieldEntry? {
        guard entry.key.text == allOwnFields else { return self.entry.read(entry.value, &checker) }
        if entry.value.scalar?.value == .bool(true) { return .allOwnFields }
        checker.diagnostics.error(
            .wrongStar, "'*' can only be true", at: entry.value.span,
            label: "it keeps the record's own fields; leave it out to drop them")
        return nil
    }

    /// The name that stands for the record's own fields.
    private static let allOwnFields = "*"

    private static let entry = ValueShape<FieldEntry>(
        .either([.scalar(.field), .null, .section(FieldKeys.section)])
    ) { node, checker in
        switch node.content {
        case .mapping:
            return ValueShape.section(FieldKeys.section).read(node, &checker).map { .long($0) }
        case .sequence:
            checker.wrongType(node, expected: .either([.scalar(.field), .section(FieldKeys.section)]))
            return nil
        case .scalar(let scalar):
            return read(scalar, with: &checker)
        }
    }

    private static func read(_ scalar: YAMLScalar, with checker: inout Checker) -> FieldEntry? {
        switch scalar.value {
        case .null: return .drop
        case .bool, .integer, .float:
            checker.diagnostics.error(
                .neitherPathNorTemplate, "this is neither a JSONPath nor a template", at: scalar.span,
                label: "did you mean {value: \(scalar.text)}?")
            return nil
        case .string(let text):
            if isPath(text) { return checker.parse(text, of: scalar, with: .jsonPath).map { .path($0) } }
            if text.utf8Range(of: "${") != nil { return checker.template(scalar).map { .template($0) } }
            checker.diagnostics.error(
                .neitherPathNorTemplate, "'\(text.excerpt)' is neither a JSONPath nor a template", at: scalar.span,
                label: suggestion(text), notes: ["for this very text: {value: \(text.excerpt)}"])
            return nil
        }
    }

    /// Whether a text is meant to be a JSONPath: `$`, and then `.`, `[` or its end.
    static func isPath(_ text: String) -> Bool {
        guard text.utf8.first == UInt8(ascii: "$") else { return false }
        guard let next = text.utf8.dropFirst().first else { return true }
        return next == UInt8(ascii: ".") || next == UInt8(ascii: "[")
    }

    private static func suggestion(_ text: String) -> String? {
        var name = text[...]
        if name.hasPrefix("@.") { name = name.dropFirst(2) }
        if name.hasPrefix("$") || name.hasPrefix(".") { name = name.dropFirst() }
        let path = "$." + name
        guard (try? JSONPath(path)) != nil else { return nil }
        return "did you mean \(path.excerpt)?"
    }
}
