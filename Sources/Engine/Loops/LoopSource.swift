import Diagnostics
import JSON
import JobFile
import Secrets
import Sinks
import Template

/// Where the items of a loop come from, read in bounded batches.
enum LoopSource: ~Copyable {
    /// Values that are in memory already.
    case values([TemplateValue])
    /// The records of an earlier call.
    case spool(SpoolReader)
    /// The rows of a file.
    case file(RowFile, path: String)

    /// Opens the source of a loop.
    ///
    /// - Parameter folder: what the path of a file starts from.
    /// - Throws: a template that fails or gives no list, or a file that cannot be opened.
    static func open(_ loop: ForEach, in scope: RunScope, folder: String) throws(RunFailure) -> LoopSource {
        switch loop.input {
        case .values(let templates):
            var builder = ValueBuilder(scope: scope)
            var values: [TemplateValue] = []
            for template in templates {
                if let value = try builder.json(template) {
                    values.append(TemplateValue(value, isSecret: builder.hasSecret))
                }
            }
            return .values(values)
        case .template(let template):
            if let name = template.recordsOfCall {
                return scope.calls[name]?.records.map { .spool($0.reader()) } ?? .values([])
            }
            return .values(try list(template, in: scope))
        case .file(let template):
            let path = FilePath.resolve(try template.text(in: scope, for: .path).text, in: folder)
            do throws(RowFile.Failure) {
                return .file(try RowFile(path: path), path: path)
            } catch {
                throw failure(error, path: path, at: template.span)
            }
        }
    }

    /// The next items; nil at the end.
    mutating func next(of loop: ForEach) throws(RunFailure) -> [TemplateValue]? {
        switch consume self {
        case .values(let values):
            self = .values([])
            return values.isEmpty ? nil : values
        case .spool(var reader):
            do throws(SinkError) {
                let records = try reader.next()
                self = .spool(reader)
                return records?.map(TemplateValue.init(_:))
            } catch {
                self = .values([])
                throw OutputFailures.failure(error, at: loop.span)
            }
        case .file(var file, let path):
            do throws(RowFile.Failure) {
                let rows = try file.next()
                self = .file(file, path: path)
                return rows?.map { TemplateValue($0) }
            } catch {
                self = .values([])
                throw Self.failure(error, path: path, at: loop.span)
            }
        }
    }

    /// Null is a list of nothing: it is what the values of a skipped call are.
    private static func list(_ template: LocatedTemplate, in scope: RunScope) throws(RunFailure) -> [TemplateValue] {
        let value = try template.value(in: scope)
        switch value.json {
        case .null: return []
        case .array(let elements): return elements.map { TemplateValue($0, isSecret: value.isSecret) }
        default:
            throw RunFailure(
                .callFailed,
                Diagnostic(
                    code: .loopInput, severity: .error, title: "for_each needs a list", span: template.span,
                    label: "this is: \(value.kind.rawValue)"))
        }
    }

    private static func failure(_ error: RowFile.Failure, path: String, at span: SourceSpan) -> RunFailure {
        RunFailure(
            .callFailed,
            Diagnostic(
                code: .loopInput, severity: .error, title: "the items cannot be read from '\(path)'", span: span,
                label: TerminalText.escape(error.message)))
    }
}

extension LocatedTemplate {
    /// The name of the call, when the template is just `${calls.NAME.records}`.
    var recordsOfCall: String? {
        guard template.isSingleExpression, let reference = template.references.first, reference.root == "calls",
            reference.path.count == 2, case .name(let name) = reference.path[0],
            reference.path[1] == .name("records"), template.references.count == 1
        else { return nil }
        let text = template.text.filter { !$0.isWhitespace }
        return text == "${calls.\(name).records}" || text == "${calls[\"\(name)\"].records}" ? name : nil
    }
}

extension TemplateValue {
    /// A record that was put aside; read back, it is a node of its own document.
    init(_ record: Record) {
        switch record.content {
        case .node(let node): self.init(node)
        case .fields: self.init(record.value)
        }
    }
}
