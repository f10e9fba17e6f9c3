import Diagnostics
import JSON
import JSONPath
import JobFile
import Secrets
import Sinks
import Template

/// Makes the output record of a record, by the call's `fields`.
struct FieldProjector {
    private let steps: [FieldStep]
    private let scope: RecordScope.Base
    private let redactor: Redactor
    /// Whether every field is a new one, so that nothing has to be looked up.
    private let namesDiffer: Bool

    init(fields: [Field], scope: RunScope, redactor: Redactor) {
        steps = fields.map(FieldStep.init)
        self.scope = RecordScope.Base(scope)
        self.redactor = redactor
        namesDiffer = Self.columns(of: fields)?.count == fields.count
    }

    /// The names that are known before any record is seen, for the columns of CSV; nil with `"*": true`.
    static func columns(of fields: [Field]?) -> [String]? {
        guard let fields else { return nil }
        var names: [String] = []
        for field in fields {
            switch field {
            case .allOwnFields: return nil
            case .drop(let name): names.removeAll { $0 == name }
            case .value(let field): if !names.contains(field.name) { names.append(field.name) }
            }
        }
        return names
    }

    /// The record with the fields in the order of the job file.
    ///
    /// - Throws: a required field that is missing, or a value that is not of the type asked for.
    func project(_ record: JSONNode) throws(RunFailure) -> Record {
        var result: [RecordField] = []
        result.reserveCapacity(steps.count)
        for step in steps {
            switch step.action {
            case .keepOwn:
                for (name, value) in record.members { set(RecordField(name, value), in: &result) }
            case .drop:
                result.removeAll { $0.name == step.name }
            case .value, .list, .template, .literal:
                set(RecordField(name: step.name, value: try value(of: step, in: record)), in: &result)
            }
        }
        return .fields(result)
    }

    /// A later field of the same name takes the place of the earlier one.
    private func set(_ field: RecordField, in result: inout [RecordField]) {
        if !namesDiffer, let index = result.firstIndex(where: { $0.name == field.name }) {
            result[index] = field
        } else {
            result.append(field)
        }
    }

    private func value(of step: FieldStep, in record: JSONNode) throws(RunFailure) -> RecordValue {
        guard let found = try found(step, in: record), !found.isNull else {
            if let fallback = step.fallback { return .value(fallback) }
            guard !step.isRequired else {
                throw failure(.fieldMissing, "a record lacks the field '\(step.name)'", step, "required here", record)
            }
            return .value(.null)
        }
        guard let type = step.type else { return found }
        guard let value = type.convert(found) else {
            throw failure(
                .fieldType, "the field '\(step.name)' of a record is no \(type.noun)", step,
                "it is \(redactor.excerpt(found.json.serialized()))", record)
        }
        return value
    }

    private func found(_ step: FieldStep, in record: JSONNode) throws(RunFailure) -> RecordValue? {
        switch step.action {
        case .keepOwn, .drop:
            return nil
        case .value(let path):
            return path.first(in: record).map(RecordValue.node)
        case .list(let path):
            let value = path.value(in: record)
            // A list of nothing takes the default, where there is one.
            return value == .array([]) && step.fallback != nil ? nil : value.map(RecordValue.value)
        case .template(let template):
            let value = try template.value(in: RecordScope(base: scope, record: TemplateValue(record)))
            return value.isOmitted ? nil : .value(value.json)
        case .literal(let value):
            return .value(value)
        }
    }

    private func failure(
        _ code: DiagnosticCode, _ title: String, _ step: FieldStep, _ label: String, _ record: JSONNode
    ) -> RunFailure {
        RunFailure(
            .callFailed,
            Diagnostic(
                code: code, title: title, span: step.span, label: label,
                notes: ["the record: \(redactor.excerpt(record.value.serialized(), limit: 300))"]))
    }
}
