internal import Diagnostics
internal import JSON
internal import JSONPath

/// Makes the fields of a call.
struct FieldLowering {
    let call: CheckedCall

    /// The fields in their order; nil to leave records as they are.
    var fields: [Field]? {
        call.section[CallKeys.fields]?.compactMap { entry in
            switch entry.value {
            case .allOwnFields: return .allOwnFields
            case .drop: return .drop(entry.name)
            case .path(let path):
                return .value(FieldValue(name: entry.name, source: .path(path), span: entry.nameSpan))
            case .template(let template):
                return .value(FieldValue(name: entry.name, source: .template(template), span: entry.nameSpan))
            case .long(let field):
                guard let source = source(of: field) else { return nil }
                return .value(
                    FieldValue(
                        name: entry.name, source: source, type: field[FieldKeys.type]?.value,
                        default: field[FieldKeys.standard], isRequired: field[FieldKeys.required]?.value ?? false,
                        span: entry.nameSpan))
            }
        }
    }

    private func source(of field: CheckedSection) -> FieldValue.Source? {
        if let path = field[FieldKeys.path] { return .path(path.value) }
        switch field[FieldKeys.value] {
        case .literal(let value): return .literal(value)
        case .template(let template): return .template(template)
        case nil, .list, .map: return nil
        }
    }
}
