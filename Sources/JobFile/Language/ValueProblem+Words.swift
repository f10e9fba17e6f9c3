internal import Diagnostics

extension ValueProblem {
    /// A word that is none of those allowed.
    init(unknownWord word: String, among words: [String]) {
        let nearest = Suggestion.nearest(word, in: words)
        self.init(
            "'\(word.excerpt)' is not possible here", hint: nearest.map { "did you mean '\($0)'?" },
            notes: ["possible: \(words.joined(separator: ", "))"])
    }
}
