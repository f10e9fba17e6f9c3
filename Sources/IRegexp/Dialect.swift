extension IRegexp {
    /// The regular expressions that a pattern may use.
    public enum Dialect: Sendable {
        /// I-Regexp as RFC 9485 defines it, and nothing else.
        ///
        /// `^` and `$` outside brackets stand for the start and the end of the text, as in the mappings of
        /// RFC 9485 section 5 and in the compliance suite of JSONPath.
        case iregexp
        /// I-Regexp and more: `\d \w \s \D \W \S \b \B`, `\xHH`, `\uHHHH`, an escape before any punctuation,
        /// non-greedy quantifiers, `(?:…)`, and the flags `(?i)` (case), `(?s)` (`.` matches line breaks) and `(?m)`
        /// (`^` and `$` match at line breaks) at the start of the pattern.
        ///
        /// `\d` and `\w` are ASCII, `\s` is the white space of ECMAScript. There are no look-arounds and no
        /// back-references: they cannot be matched in linear time.
        case extended
    }
}
