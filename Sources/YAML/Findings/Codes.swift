public import Diagnostics

/// Files that cannot be read as YAML, and documents that are not what a job file may be.
extension DiagnosticCode {
    /// The file is larger than 1 MiB.
    public static let fileTooLarge = DiagnosticCode(rawValue: "E0010")
    /// The file is not UTF-8.
    public static let notUTF8 = DiagnosticCode(rawValue: "E0011")
    /// The file holds a character that no text has, such as NUL.
    public static let controlCharacter = DiagnosticCode(rawValue: "E0012")
    /// There is nothing in the file.
    public static let emptyDocument = DiagnosticCode(rawValue: "E0013")
    /// There is more than one document in the file.
    public static let severalDocuments = DiagnosticCode(rawValue: "E0014")
    /// Lists and mappings are nested too deep.
    public static let tooDeep = DiagnosticCode(rawValue: "E0015")
    /// There are too many nodes after aliases are expanded.
    public static let tooManyNodes = DiagnosticCode(rawValue: "E0016")
    /// A directive at the start of the file is not one that can be followed.
    public static let badDirective = DiagnosticCode(rawValue: "E0017")

    /// The file is not YAML, in a way that has no code of its own.
    public static let invalidYAML = DiagnosticCode(rawValue: "E0020")
    /// A line is not indented like those that it belongs to.
    public static let badIndentation = DiagnosticCode(rawValue: "E0021")
    /// A key has no `:`.
    public static let missingColon = DiagnosticCode(rawValue: "E0022")
    /// A quote is opened and not closed.
    public static let unclosedQuote = DiagnosticCode(rawValue: "E0023")
    /// Brackets do not pair, or a comma between items is missing.
    public static let badBrackets = DiagnosticCode(rawValue: "E0024")
    /// Text without quotes has a `: ` in it.
    public static let colonInText = DiagnosticCode(rawValue: "E0025")
    /// There is text behind a closing quote.
    public static let textBehindQuote = DiagnosticCode(rawValue: "E0026")
    /// The first line of a block scalar says something that it cannot say.
    public static let badBlockHeader = DiagnosticCode(rawValue: "E0027")

    /// A key stands twice in one mapping.
    public static let duplicateKey = DiagnosticCode(rawValue: "E0030")
    /// A value has a tag.
    public static let explicitTag = DiagnosticCode(rawValue: "E0031")
    /// An alias has no anchor.
    public static let unknownAlias = DiagnosticCode(rawValue: "E0032")
    /// An alias stands inside what it stands for.
    public static let recursiveAlias = DiagnosticCode(rawValue: "E0033")
    /// A merge key has something other than mappings.
    public static let badMerge = DiagnosticCode(rawValue: "E0034")
    /// A key is missing, or not text.
    public static let badKey = DiagnosticCode(rawValue: "E0035")
}

/// Traps: places where YAML reads something other than what was probably meant.
extension DiagnosticCode {
    /// A `${…}` stands without quotes inside `{…}` or `[…]`.
    public static let templateInFlow = DiagnosticCode(rawValue: "E0101")
    /// Text with brackets or commas stands without quotes inside `{…}` or `[…]`.
    public static let punctuationInFlow = DiagnosticCode(rawValue: "E0102")
    /// Text begins with `!`, which makes it a tag.
    public static let textLikeTag = DiagnosticCode(rawValue: "E0103")
    /// A ` #` cuts off a text.
    public static let commentInText = DiagnosticCode(rawValue: "E0104")
    /// The whole of a value is a comment.
    public static let commentAsValue = DiagnosticCode(rawValue: "E0105")
    /// Text begins with a character that YAML reserves.
    public static let reservedStart = DiagnosticCode(rawValue: "E0106")
    /// Text begins with `*` or `&`, which makes it an alias or an anchor.
    public static let textLikeAlias = DiagnosticCode(rawValue: "E0107")
    /// An escape in double quotes is none.
    public static let unknownEscape = DiagnosticCode(rawValue: "E0108")
    /// A tab stands where a line is indented.
    public static let tabIndentation = DiagnosticCode(rawValue: "E0109")
    /// The blank behind a `:` is missing.
    public static let missingBlank = DiagnosticCode(rawValue: "E0110")
    /// Inside `{…}` stands a key without a value.
    public static let keyWithoutValue = DiagnosticCode(rawValue: "E0111")
}
