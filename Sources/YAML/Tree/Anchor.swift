internal import Diagnostics

/// What an anchor's name stands for.
enum Anchor {
    /// A list or mapping that is still being read; an alias to it would contain itself.
    case open(SourceSpan)
    /// A finished node.
    case finished(Subtree)
}
