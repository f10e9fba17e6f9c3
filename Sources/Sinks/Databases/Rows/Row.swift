/// The values of a record by column, with their text in one buffer that every record uses again.
struct Row {
    var cells: [Cell] = []
    /// The text of the cells, behind a byte that keeps an empty text from having no address.
    var bytes: [UInt8] = [0]

    /// The capacity that is kept; what one huge record took is given back.
    private static let keptCapacity = 4 << 20

    mutating func clear(columns: Int) {
        bytes.removeAll(keepingCapacity: bytes.capacity <= Self.keptCapacity)
        bytes.append(0)
        for place in cells.indices { cells[place] = .absent }
        while cells.count < columns { cells.append(.absent) }
    }

    /// What `body` appends, as a cell.
    mutating func text(_ body: (inout [UInt8]) -> Void) -> Cell {
        let start = bytes.count
        body(&bytes)
        return .text(start..<bytes.count)
    }
}
