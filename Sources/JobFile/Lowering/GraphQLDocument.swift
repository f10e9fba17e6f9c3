/// A GraphQL document as far as it matters whether it changes anything.
enum GraphQLDocument {
    /// Whether one of the operations is a mutation: the word stands outside of braces, strings and comments.
    static func hasMutation(_ text: String) -> Bool {
        var depth = 0
        var word = ""
        var rest = text[...]
        while let character = rest.first {
            rest.removeFirst()
            if character.isLetter || character == "_" {
                word.append(character)
                continue
            }
            if depth == 0, word == "mutation" { return true }
            word = ""
            switch character {
            case "{", "(": depth += 1
            case "}", ")": depth -= 1
            case "#": rest = rest.drop { !$0.isNewline }
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            default: break
            }
        }
        return false
    }
}
