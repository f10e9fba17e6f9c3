import JobFile
import Secrets
import Sinks
import Template

/// Makes of the `write` of a call what the outputs are opened with.
struct OutputConfigurations {
    let call: Call
    let context: RunContext

    /// The columns that are known before any record is seen; nil for those of the first page.
    private var columns: [String]? { FieldProjector.columns(of: call.fields) }

    /// Where the records, or the body, go because nothing in the job writes.
    var standardOutput: SinkConfiguration { SinkConfiguration(target: .stdout, format: .jsonl, columns: columns) }

    /// The configuration of an entry of `write`.
    ///
    /// - Throws: a template that fails, or a path that cannot be.
    func configuration(of template: SinkTemplate, in scope: RunScope) throws(RunFailure) -> SinkConfiguration {
        switch template.target {
        case .stdout:
            return SinkConfiguration(target: .stdout, format: RecordFormat(template.format ?? .jsonl), columns: columns)
        case .file(let path):
            return try file(path, template, in: scope)
        case .sqlite(let path, let table):
            let text = try path.text(in: scope, for: .path).text
            do throws(SinkError) {
                return self.table(
                    .sqlite(path: try context.outputFolder.resolve(text, of: path), table: table), template)
            } catch {
                throw OutputFailures.failure(error, at: template.span)
            }
        case .postgres(let url, let table):
            return self.table(.postgres(url: url, table: table), template)
        }
    }

    private func file(
        _ path: LocatedTemplate, _ template: SinkTemplate, in scope: RunScope
    ) throws(RunFailure) -> SinkConfiguration {
        let text = try path.text(in: scope, for: .path).text
        do throws(SinkError) {
            guard let format = template.format ?? FileFormat(path: text) else {
                throw SinkError(
                    .unsuitable, path: text, operation: .open, message: "its ending names no format",
                    advice: "end it with .jsonl, .json, .csv, .tsv or .txt, or give a format")
            }
            return SinkConfiguration(
                target: .file(try context.outputFolder.resolve(text, of: path)), format: RecordFormat(format),
                mode: SinkConfiguration.Mode(template.mode), columns: columns,
                compression: FileCompression(path: text).map { $0 == .gzip ? .gzip : .zstd })
        } catch {
            throw OutputFailures.failure(error, at: template.span)
        }
    }

    private func table(_ target: SinkConfiguration.Target, _ template: SinkTemplate) -> SinkConfiguration {
        var types: [String: ColumnType] = [:]
        for case .value(let field) in call.fields ?? [] {
            if let type = field.type { types[field.name] = ColumnType(type) }
        }
        return SinkConfiguration(
            target: target, mode: SinkConfiguration.Mode(template.mode), columns: columns, key: template.key,
            types: types)
    }
}

extension SinkConfiguration.Mode {
    fileprivate init(_ mode: SinkTemplate.Mode) {
        switch mode {
        case .replace: self = .replace
        case .append: self = .append
        case .merge: self = .merge
        }
    }
}

extension ColumnType {
    fileprivate init(_ type: ValueType) {
        switch type {
        case .text: self = .text
        case .integer: self = .integer
        case .number: self = .number
        case .boolean: self = .boolean
        }
    }
}
