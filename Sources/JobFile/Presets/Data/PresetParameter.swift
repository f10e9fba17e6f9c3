/// Something that a provider needs to be told.
struct PresetParameter: Sendable {
    /// A word that stands for something else.
    struct Choice: Sendable {
        /// The word.
        let word: String
        /// What stands in its place.
        let text: String

        init(_ word: String, _ text: String) {
            self.word = word
            self.text = text
        }
    }

    /// The key as it is written.
    let name: String
    /// One sentence.
    let doc: String
    /// A value as it would be written.
    let example: String
    /// Whether it must be there.
    let isRequired: Bool
    /// What holds without it.
    let standard: String?
    /// Whether the kind of source has the key itself, so that it stays where it is.
    let isOwnKey: Bool
    /// Whether the value is a secret.
    let isSecret: Bool
    /// Whether it may be a list, which becomes text with spaces between the elements.
    let isList: Bool
    /// The words that stand for something else; empty for any text.
    let choices: [Choice]
    /// What any other word stands for, as data; nil when there is no other one.
    let otherwise: String?
    /// What the value must end in.
    let ending: String?

    init(
        _ name: String, doc: String, example: String, required isRequired: Bool = true, standard: String? = nil,
        ownKey isOwnKey: Bool = false, secret isSecret: Bool = false, list isList: Bool = false,
        choices: [Choice] = [], otherwise: String? = nil, ending: String? = nil
    ) {
        self.name = name
        self.doc = doc
        self.example = example
        self.isRequired = isRequired && standard == nil
        self.standard = standard
        self.isOwnKey = isOwnKey
        self.isSecret = isSecret
        self.isList = isList
        self.choices = choices
        self.otherwise = otherwise
        self.ending = ending
    }

    /// The parameter as a key of the language, for suggestions and for the JSON Schema.
    var key: any LanguageKey {
        let words = choices.isEmpty || otherwise != nil ? nil : choices.map(\.word)
        guard let words else {
            return Key(
                name, .loaded(.text), .load, required: isRequired, secret: isSecret, standard: standard, doc: doc,
                example: example)
        }
        return Key(
            name, .plain(ScalarReader<String>.word(of: words)), required: isRequired, standard: standard, doc: doc,
            example: example)
    }
}

extension ScalarReader where Value == String {
    /// One of some words.
    static func word(of words: [String]) -> ScalarReader {
        ScalarReader(.word(words), code: .unknownWord) { text throws(ValueProblem) in
            guard words.contains(text) else { throw ValueProblem(unknownWord: text, among: words) }
            return text
        }
    }
}
