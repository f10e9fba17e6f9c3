/// What to do about what people write that know other languages.
enum SyntaxHint {
    static let jsonPath = "a template walks values that were taken out; read responses with extract"

    /// The hint for a token that is not expected.
    ///
    /// - Parameter previous: the token before it.
    static func forUnexpected(_ token: Token, after previous: Token?) -> String? {
        if case .name("not")? = previous?.kind { return "write !" }
        switch token.kind {
        case .name("and"): return "write &&"
        case .name("or"): return "write ||"
        case .name("not"): return "write !"
        case .name("eq"), .name("is"), .other("="): return "write =="
        case .name("ne"): return "write !="
        case .name("if"), .name("else"), .other("?"):
            return "there is no choice between values; take one by | default(…), or use when"
        case .name, .string:
            return previous?.endsValue ?? false ? "an operator or a | is missing before it" : nil
        case .other("&"): return "write &&"
        case .other("??"): return "write | default(…)"
        case .other(":"): return "for a value of last resort write | default(…)"
        case .other("@"): return jsonPath
        case .other("+"), .other("-"), .other("*"), .other("/"), .other("%"), .number, .duration:
            return previous?.endsValue ?? false
                ? "templates do not calculate; plus(…) and minus(…) shift dates, and text is joined as ${a}${b}" : nil
        case .other("“"), .other("”"), .other("‘"), .other("’"), .other("`"): return "write ' or \""
        case .symbol(.dot): return previous == nil ? "begin with a name, such as vars.name" : nil
        case .symbol(.closeParenthesis): return "there is no ( for it"
        case .symbol, .other, .end: return nil
        }
    }

    /// The hint for what does not belong between `[` and `]`.
    static func forStep(_ token: Token) -> String {
        switch token.kind {
        case .other("*"), .other("?"), .other(":"), .other("@"), .number: jsonPath
        case .name(let name): "a name stands in quotes: [\"\(name)\"]"
        default: "write [\"name\"] or [0]"
        }
    }
}
