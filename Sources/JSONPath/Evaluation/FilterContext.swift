internal import JSON

/// What `$` and `@` stand for.
struct FilterContext {
    let root: JSONNode
    let current: JSONNode
}
