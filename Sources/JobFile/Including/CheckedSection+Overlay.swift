extension CheckedSection {
    /// This section with the keys of another one where it has none itself.
    func overlaid(on base: CheckedSection) -> CheckedSection {
        var result = self
        for name in base.presentKeys {
            guard let below = base.entries[name] else { continue }
            guard var entry = entries[name] else {
                guard !has(name) else { continue }
                result.presentKeys.append(name)
                result.entries[name] = below
                continue
            }
            entry.value = Self.merge(entry.value, on: below.value, key: name)
            entry.uses = below.uses + entry.uses
            result.entries[name] = entry
        }
        return result
    }

    private static func merge(_ top: (any Sendable)?, on base: (any Sendable)?, key: String) -> (any Sendable)? {
        if let top = top as? [EntryTemplate], let base = base as? [EntryTemplate] {
            return top.overlaid(on: base, ignoringCase: key == DefaultsKeys.headers.name)
        }
        if let top = top as? Either<Bool, CheckedSection>, let base = base as? Either<Bool, CheckedSection>,
            case .long(let topSection) = top, case .long(let baseSection) = base
        {
            return Either<Bool, CheckedSection>.long(topSection.overlaid(on: baseSection))
        }
        return top
    }
}

extension [EntryTemplate] {
    /// These entries with those of others whose names are not among them.
    func overlaid(on base: [EntryTemplate], ignoringCase: Bool) -> [EntryTemplate] {
        let fold = { (name: String) in ignoringCase ? name.lowercased() : name }
        let own = Set(map { fold($0.name) })
        return base.filter { !own.contains(fold($0.name)) } + self
    }
}
