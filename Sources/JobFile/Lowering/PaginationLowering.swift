internal import Diagnostics

/// Makes the pagination of a call.
struct PaginationLowering {
    let call: CheckedCall

    func lower(with loader: inout Loader) -> Pagination? {
        guard let section = call.section[CallKeys.paginate], let kind = kind(section, with: &loader) else {
            return nil
        }
        return Pagination(
            kind: kind,
            while: section[PaginateKeys.condition],
            total: section[PaginateKeys.total],
            totalPages: section[PaginateKeys.totalPages],
            stopOnEmpty: loader.value(section[PaginateKeys.stopOnEmpty]) ?? false,
            limit: loader.value(section[PaginateKeys.limit]),
            maxPages: loader.value(section[PaginateKeys.maxPages]),
            parallel: loader.value(section[PaginateKeys.parallel]) ?? 1,
            span: section.span)
    }

    private func kind(_ section: CheckedSection, with loader: inout Loader) -> Pagination.Kind? {
        let start = loader.value(section[PaginateKeys.start])
        let parameter = section[PaginateKeys.parameter]?.value
        if let relation = section[PaginateKeys.link] { return .link(relation: relation.value) }
        if let path = section[PaginateKeys.nextURL] { return .nextURL(path.value) }
        if let path = section[PaginateKeys.lastRecord] { return .lastRecord(path.value, parameter: parameter) }
        if let name = section[PaginateKeys.page] { return .page(parameter: name.value, start: start ?? 1) }
        if let name = section[PaginateKeys.offset] { return .offset(parameter: name.value, start: start ?? 0) }
        switch section[PaginateKeys.cursor] {
        case nil: return nil
        case .short(let path): return .cursor(paths: [(nil, path.value)], parameter: parameter)
        case .long(let paths):
            return .cursor(paths: paths.map { ($0.name, $0.value.value) }, parameter: parameter)
        }
    }
}
