internal import Diagnostics

/// A syntax error in our words.
struct SyntaxFinding {
    let diagnostic: Diagnostic
    /// What to cover so that the rest can be read; nil when no one can tell what the rest would be.
    var mask: Mask?
}
