/// A step from a value into its parts: `.name`, `["name"]` or `[0]`.
public enum TemplatePathStep: Sendable, Hashable {
    /// The member of this name.
    case name(String)
    /// The element at this place, from 0; a negative one counts from the end.
    case index(Int)
}
