internal import Diagnostics
internal import JSON

/// Makes the declarations of inputs, and their values.
enum InputLowering {
    /// What an input is: as it says, or as its default is.
    static func type(of input: Named<Either<JSONValue, CheckedSection>>) -> ValueType {
        switch input.value {
        case .short(let standard): return ValueType(of: standard)
        case .long(let section):
            let example = section[InputKeys.standard] ?? section[InputKeys.allowed]?.first
            return section[InputKeys.type]?.value ?? ValueType(of: example ?? .null)
        }
    }

    static func declaration(of input: Named<Either<JSONValue, CheckedSection>>) -> InputDeclaration {
        switch input.value {
        case .short(let standard):
            return InputDeclaration(name: input.name, type: type(of: input), default: standard, span: input.nameSpan)
        case .long(let section):
            return InputDeclaration(
                name: input.name, type: type(of: input), default: section[InputKeys.standard],
                allowed: section[InputKeys.allowed] ?? [], description: section[InputKeys.description]?.value,
                span: input.nameSpan)
        }
    }

    /// The values of all inputs, as given or by default.
    static func values(
        _ given: [(name: String, value: String)], for declarations: [InputDeclaration], with loader: inout Loader
    ) -> [String: JSONValue] {
        var values: [String: JSONValue] = [:]
        for (name, text) in given {
            guard let declaration = declarations.first(where: { $0.name == name }) else {
                unknown(name, among: declarations, with: &loader)
                continue
            }
            values[name] = value(of: text, for: declaration, with: &loader)
        }
        let names = Set(given.map(\.name))
        for declaration in declarations where !names.contains(declaration.name) {
            if let standard = declaration.default {
                values[declaration.name] = standard
            } else {
                loader.error(
                    .inputMissing, "the input '\(declaration.name)' is not given", at: declaration.span,
                    label: "pass --input \(declaration.name)=…",
                    notes: declaration.description.map { ["\(declaration.name): \($0)"] } ?? [])
            }
        }
        return values
    }

    private static func unknown(
        _ name: String, among declarations: [InputDeclaration], with loader: inout Loader
    ) {
        let names = declarations.map(\.name)
        var notes = Suggestion.nearest(name, in: names).map { ["did you mean '\($0)'?"] } ?? []
        notes.append(names.isEmpty ? "the job takes no inputs" : "the job takes: \(names.joined(separator: ", "))")
        loader.error(.unknownInput, "there is no input '\(name.excerpt)'", at: nil, notes: notes)
    }

    private static func value(
        of text: String, for declaration: InputDeclaration, with loader: inout Loader
    ) -> JSONValue? {
        guard let value = declaration.type.value(of: text) else {
            loader.error(
                .inputType, "'\(text.excerpt)' is not \(declaration.type.words)", at: declaration.span,
                label: "the input is \(declaration.type.words)")
            return nil
        }
        guard declaration.allowed.isEmpty || declaration.allowed.contains(value) else {
            let words = declaration.allowed.map(\.spelled)
            loader.error(
                .inputNotAllowed, "'\(text.excerpt)' is not possible for '\(declaration.name)'", at: declaration.span,
                label: Suggestion.nearest(text, in: words).map { "did you mean '\($0)'?" },
                notes: ["possible: \(words.joined(separator: ", "))"])
            return nil
        }
        return value
    }
}
