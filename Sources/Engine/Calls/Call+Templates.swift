import JobFile
import Template

extension Call {
    /// The names of the token sources whose members the call's templates use: `${auth.NAME.MEMBER}`.
    var tokenSourcesInTemplates: Set<String> { names(of: "auth") }

    /// The names of the calls that the call's templates use.
    var callsInTemplates: Set<String> { names(of: "calls") }

    /// Whether the call's templates use `${page.offset}`.
    var usesPageOffset: Bool { names(of: "page").contains("offset") }

    /// The first steps after a root, in all templates of the call.
    private func names(of root: String) -> Set<String> {
        var names: Set<String> = []
        for template in templates {
            for reference in template.template.references where reference.root == root {
                if case .name(let name)? = reference.path.first { names.insert(name) }
            }
        }
        return names
    }

    /// Every template that is evaluated while the call runs.
    private var templates: [LocatedTemplate] {
        var templates = [request.url]
        for entry in request.query + request.headers { templates += entry.values.flatMap(\.templates) }
        templates += request.body.templates
        templates += [condition, download].compactMap { $0 }
        templates += forEach?.templates ?? []
        for case .value(let field) in fields ?? [] {
            if case .template(let template) = field.source { templates.append(template) }
        }
        for write in writes {
            if case .file(let path) = write.target { templates.append(path) }
        }
        return templates
    }
}

extension ForEach {
    fileprivate var templates: [LocatedTemplate] {
        let inputs: [LocatedTemplate]
        switch input {
        case .template(let template), .file(let template): inputs = [template]
        case .values(let values): inputs = values.flatMap(\.templates)
        }
        return inputs + [key, distinct, failedPath].compactMap { $0 }
    }
}

extension BodyTemplate {
    fileprivate var templates: [LocatedTemplate] {
        switch self {
        case .none: []
        case .json(let value): value.templates
        case .form(let entries): entries.flatMap(\.values).flatMap(\.templates)
        case .multipart(let parts): parts.flatMap(\.templates)
        case .text(let template), .file(let template): [template]
        case .graphql(let query, let variables): [query] + (variables?.templates ?? [])
        }
    }
}

extension PartTemplate {
    fileprivate var templates: [LocatedTemplate] {
        let names = [fileName, contentType].compactMap { $0 }
        switch content {
        case .value(let value): return value.templates + names
        case .file(let template): return [template] + names
        }
    }
}

extension ValueTemplate {
    fileprivate var templates: [LocatedTemplate] {
        switch self {
        case .literal: []
        case .template(let template): [template]
        case .list(let values, _): values.flatMap(\.templates)
        case .map(let entries, _): entries.flatMap(\.value.templates)
        }
    }
}
