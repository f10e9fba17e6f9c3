/// What becomes of a record: an entry of `fields`.
public enum Field: Sendable {
    /// The record's own fields stay: `"*": true`.
    case allOwnFields
    /// One of the record's own fields goes: `name: null`.
    case drop(String)
    /// A field is added, or takes the place of the record's own.
    case value(FieldValue)
}
