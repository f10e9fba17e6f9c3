/// One source line as it is shown, and where in it the marks stand.
struct SourceSnippet {
    /// The line's number, from 1.
    let line: Int
    /// The line's text, safe to print, cut to a window around the span when it is long.
    let text: String
    /// The column of the first mark, from 0.
    let markColumn: Int
    /// The number of marks, at least 1.
    let markWidth: Int

    /// Tabs are shown as spaces up to the next multiple of this.
    private static let tabStop = 4

    private struct Cell {
        let offset: Int
        let text: String
        let width: Int
    }

    /// Shows the first line of a span.
    ///
    /// - Parameters:
    ///   - span: the place to mark.
    ///   - width: the most columns that the text takes.
    init(_ span: SourceSpan, width: Int) {
        let width = max(width, 20)
        line = span.startPosition.line
        let whole = span.file.lineRange(line)
        let start = min(max(span.start, whole.lowerBound), whole.upperBound)
        let end = min(max(span.end, start), whole.upperBound)

        // Only bytes that can get into the window are looked at: a line may be the whole file.
        let lower = Self.scalarStart(max(whole.lowerBound, start - 4 * width), in: span.file, whole)
        let upper = Self.scalarStart(min(whole.upperBound, start + 8 * width), in: span.file, whole)
        var cells = Self.cells(span.file.bytes, lower..<upper)

        let lead = cells.prefix { $0.offset < start }.reduce(0) { $0 + $1.width }
        let marked = cells.filter { $0.offset >= start && $0.offset < end }.reduce(0) { $0 + $1.width }
        let total = cells.reduce(0) { $0 + $1.width }
        if lower == whole.lowerBound, upper == whole.upperBound, total <= width {
            text = cells.map(\.text).joined()
            markColumn = lead
            markWidth = max(marked, 1)
            return
        }

        // The marks come whole when they fit, with what is left over shared out, more of it in front.
        let context = max((width - min(marked, width)) * 2 / 3, width / 6)
        var column = lead
        var dropped = false
        if lead > context {
            var kept = lead
            let first = cells.firstIndex { cell in
                if kept <= context { return true }
                kept -= cell.width
                return false
            }
            cells.removeFirst(first ?? 0)
            column = kept
            dropped = true
        } else if lower > whole.lowerBound {
            dropped = true
        }
        var used = dropped ? 1 : 0
        var shown = dropped ? "…" : ""
        var cut = upper < whole.upperBound
        for cell in cells {
            if used + cell.width > width - 1 {
                cut = true
                break
            }
            shown += cell.text
            used += cell.width
        }
        text = cut ? shown + "…" : shown
        markColumn = column + (dropped ? 1 : 0)
        markWidth = max(min(marked, used - markColumn), 1)
    }

    private static func cells(_ bytes: [UInt8], _ range: Range<Int>) -> [Cell] {
        var cells: [Cell] = []
        var index = range.lowerBound
        var column = 0
        while index < range.upperBound {
            var next = index + 1
            while next < range.upperBound, bytes[next] & 0xC0 == 0x80 { next += 1 }
            var shown = ""
            var width = 0
            for scalar in String(decoding: bytes[index..<next], as: UTF8.self).unicodeScalars {
                if scalar == "\t" {
                    let spaces = tabStop - column % tabStop
                    shown += String(repeating: " ", count: spaces)
                    width += spaces
                } else if TerminalText.isUnsafe(scalar) {
                    let escape = TerminalText.escape(scalar)
                    shown += escape
                    width += escape.utf8.count
                } else {
                    shown.unicodeScalars.append(scalar)
                    width += DisplayWidth.of(scalar)
                }
            }
            cells.append(Cell(offset: index, text: shown, width: width))
            column += width
            index = next
        }
        return cells
    }

    private static func scalarStart(_ offset: Int, in file: SourceFile, _ line: Range<Int>) -> Int {
        var offset = offset
        while offset > line.lowerBound, offset < line.upperBound, file.bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }
}
