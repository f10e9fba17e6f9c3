import HTTP
import JSON
import JobFile
import Secrets
import Sinks
import State
import Template

/// The values that the templates of a call see.
struct RunScope: TemplateScope {
    let values: JobValues
    let facts: RunFacts
    let functions: TemplateFunctions
    /// Earlier calls by name.
    var calls: [String: CallOutcome] = [:]
    /// Other members of token answers, by the name of the token source.
    var tokenMembers: [String: JSONValue] = [:]
    /// The item of a loop, under its name.
    var item: (name: String, value: TemplateValue)?
    /// The page that is asked for, of a paged call.
    var page: Paginator.Request?
    /// How far an incremental call has come.
    var window: SyncWindow?
    /// What is less was got in a window before.
    var windowFloor: WatermarkValue?
    /// How the run ended; only in `finally`.
    var ending: RunEnding?

    func lookup(_ root: String, _ path: [TemplatePathStep]) throws(TemplateError) -> TemplateLookup? {
        if let item, root == item.name { return TemplateLookup(item.value, consumed: 0) }
        switch root {
        case "env": return named(path) { values.environment[$0].map { TemplateValue($0) } }
        case "inputs": return named(path) { values.inputs[$0].map { TemplateValue($0) } }
        case "secrets": return named(path) { values.secrets[$0].map { TemplateValue($0) } }
        case "vars": return named(path) { values.vars[$0] }
        case "auth": return named(path) { tokenMembers[$0].map { TemplateValue($0) } }
        case "run": return named(path, runMember)
        case "page": return named(path, pageMember)
        case "calls": return try call(path)
        case "since": return window.map { TemplateLookup($0.since, consumed: 0) }
        case "until": return window?.until.map { TemplateLookup($0, consumed: 0) }
        default: return nil
        }
    }

    /// Looks the first step up by its name.
    private func named(_ path: [TemplatePathStep], _ value: (String) -> TemplateValue?) -> TemplateLookup? {
        guard case .name(let name)? = path.first, let value = value(name) else { return nil }
        return TemplateLookup(value, consumed: 1)
    }

    private func runMember(_ name: String) -> TemplateValue? {
        switch name {
        case "id": TemplateValue(facts.id)
        case "started_at": TemplateValue(facts.startedAt)
        case "date": TemplateValue(facts.date)
        case "outcome": ending.map { TemplateValue($0.outcome.rawValue) }
        case "exit_code": ending.map { TemplateValue(Int($0.exitCode.rawValue)) }
        case "failures": ending.map { TemplateValue(.array($0.failures.map(JSONValue.string))) }
        default: nil
        }
    }

    private func pageMember(_ name: String) -> TemplateValue? {
        guard let page else { return nil }
        switch name {
        case "number": return TemplateValue(page.number)
        case "offset": return TemplateValue(page.offset)
        case "cursor": return TemplateValue(cursor(of: page))
        default: return nil
        }
    }

    /// Null on the first page, so that an entry that is just the cursor is left out there.
    private func cursor(of page: Paginator.Request) -> JSONValue {
        guard let first = page.cursor.first else { return .null }
        guard first.name != nil else { return first.value }
        return .object(page.cursor.map { JSONMember(name: $0.name ?? "", value: $0.value) })
    }

    private func call(_ path: [TemplatePathStep]) throws(TemplateError) -> TemplateLookup? {
        guard path.count >= 2, case .name(let name) = path[0], case .name(let member) = path[1],
            let outcome = calls[name]
        else { return nil }
        switch member {
        case "status":
            return TemplateLookup(outcome.status.map { TemplateValue($0) } ?? .null, consumed: 2)
        case "headers":
            guard path.count >= 3, case .name(let header) = path[2] else { return nil }
            return outcome.headers.first(header).map { TemplateLookup(TemplateValue($0), consumed: 3) }
        case "body":
            return TemplateLookup(outcome.body ?? .null, consumed: 2)
        case "records":
            return TemplateLookup(try records(of: outcome), consumed: 2)
        default:
            return outcome.extracted[member].map { TemplateLookup($0, consumed: 2) }
        }
    }

    /// All records as one list, for a template that does more with them than loop.
    private func records(of outcome: CallOutcome) throws(TemplateError) -> TemplateValue {
        guard let spool = outcome.records else { return TemplateValue(.array([])) }
        guard spool.count <= Self.recordLimit else {
            throw TemplateError(
                message: "\(spool.count) records are too many for a value; at most \(Self.recordLimit)",
                hint: "loop over them with for_each")
        }
        var records: [JSONValue] = []
        do throws(SinkError) {
            var reader = spool.reader()
            while let batch = try reader.next() { records += batch.map(\.value) }
        } catch {
            throw TemplateError(message: error.description)
        }
        return TemplateValue(.array(records))
    }

    /// How many records a template may hold at once.
    static let recordLimit = 100_000
}
