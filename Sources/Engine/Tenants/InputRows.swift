import JSON

/// The rows of an inputs file: what a job is run with, once each.
///
/// CSV and TSV with a header row, JSON Lines, or one JSON array, by the ending; a column or member is an input of the job.
public struct InputRows: Sendable {
    /// What one run of the job gets.
    public struct Row: Sendable {
        /// The row's number, from 1, without the header.
        public let number: Int
        /// The inputs in the order of the columns; empty fields of a table and nulls are left out.
        public let inputs: [(name: String, value: String)]
    }

    /// Why a file cannot be used.
    public struct Failure: Error, Sendable {
        /// What is wrong, with the row where it is one's.
        public let message: String
    }

    /// The most rows.
    public static let limit = 10_000

    /// The rows, at least one.
    public let rows: [Row]

    /// Reads a file.
    ///
    /// - Throws: what the system says, a row that is no object, a value that is a list or an object, no or too many rows.
    public init(path: String) throws(Failure) {
        var rows: [Row] = []
        do throws(RowFile.Failure) {
            var file = try RowFile(path: path)
            while let values = try file.next() {
                guard rows.count + values.count <= Self.limit else {
                    throw RowFile.Failure("it has more than \(Self.limit) rows")
                }
                for value in values { rows.append(try Self.row(value, number: rows.count + 1)) }
            }
        } catch {
            throw Failure(message: error.message)
        }
        guard !rows.isEmpty else { throw Failure(message: "it has no rows") }
        self.rows = rows
    }

    private static func row(_ value: JSONValue, number: Int) throws(RowFile.Failure) -> Row {
        guard case .object(let members) = value else { throw RowFile.Failure("row \(number) is no object") }
        var inputs: [(name: String, value: String)] = []
        for member in members {
            switch member.value {
            case .null, .string(""): continue
            case .string(let text): inputs.append((member.name, text))
            case .number(let number): inputs.append((member.name, number.text))
            case .bool(let flag): inputs.append((member.name, flag ? "true" : "false"))
            case .array, .object:
                throw RowFile.Failure(
                    "row \(number): '\(member.name)' is a list or an object, and an input is one value")
            }
        }
        return Row(number: number, inputs: inputs)
    }
}
