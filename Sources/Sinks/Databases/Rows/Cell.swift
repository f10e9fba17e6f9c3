/// A value of a row on its way into a database.
enum Cell {
    /// The record says nothing about the column.
    case absent
    case null
    case integer(Int64)
    case real(Double)
    /// Where it stands in the bytes of the row.
    case text(Range<Int>)
}
