import Diagnostics
import JSON
import JSONPath
import JobFile
import State

/// Reads the value of a call's field out of its records.
struct WatermarkReader: Sendable {
    let field: WatermarkField
    let failures: SyncFailures

    /// The values, one for each record.
    ///
    /// - Throws: a record without one, or with one that is none.
    func values(of records: [JSONNode]) throws(RunFailure) -> [WatermarkValue] {
        var values: [WatermarkValue] = []
        values.reserveCapacity(records.count)
        for record in records {
            guard let node = field.path.value.first(in: record), !node.isNull else {
                throw failures.lacksField(field.path.value.text, in: record)
            }
            do throws(WatermarkValue.Problem) {
                values.append(try WatermarkValue(node.value, kind: field.kind, unit: field.unit))
            } catch {
                throw failures.badValue(error, at: field.path.value.text, in: record)
            }
        }
        return values
    }
}
