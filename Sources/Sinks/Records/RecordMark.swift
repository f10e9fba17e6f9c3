/// The order of a record among those of its call, from the field that its watermark is taken of.
///
/// Those of a table are all of the same kind: a change of kind is an error when it is written.
public enum RecordMark: Sendable, Hashable {
    /// A whole number, such as a time in microseconds since 1970.
    case integer(Int64)
    /// A text, which orders by its bytes.
    case text(String)
}
