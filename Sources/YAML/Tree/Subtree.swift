/// A finished node with what the limits need to know about it.
struct Subtree {
    var node: YAMLNode
    /// How many levels of lists and mappings it has: 0 for a scalar.
    var height: Int
    /// How many nodes it has, aliases expanded, keys included.
    var size: Int
}
