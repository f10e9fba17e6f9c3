internal import Diagnostics
internal import Secrets

extension WriteEntry {
    /// The sink; nil after a diagnostic.
    func sink(with loader: inout Loader) -> SinkTemplate? {
        guard let target = target(with: &loader) else { return nil }
        return SinkTemplate(
            target: target, format: isFormatGiven ? format : nil, mode: mode,
            key: section?[WriteKeys.key]?.map(\.value) ?? [], delete: section?[WriteKeys.delete], span: span)
    }

    private func target(with loader: inout Loader) -> SinkTemplate.Target? {
        switch target {
        case .file(let path): return isStdout ? .stdout : .file(path: path)
        case .sqlite(let path):
            return loader.value(section?[WriteKeys.table]).map { .sqlite(path: path, table: $0) }
        case .postgres(let template):
            guard let table = loader.value(section?[WriteKeys.table]), let url = loader.text(template) else {
                return nil
            }
            guard PostgresURL.hasScheme(url.text) else {
                loader.error(
                    .badAddress, "this is not the URL of a PostgreSQL database", at: template.span,
                    label: "it begins with postgres://", notes: ["the value is a secret and not shown"])
                return nil
            }
            return .postgres(url: Secret(url.text), table: table)
        }
    }
}
