internal import Diagnostics
internal import YAML

/// Reads the files that a job includes, and those that they include.
struct IncludeReader {
    /// How deep files may include each other.
    static let maximumDepth = 16
    /// How many files a job may include in all.
    static let maximumCount = 256

    let loader: any SourceLoader
    private var count = 0

    init(loader: any SourceLoader) {
        self.loader = loader
    }

    /// What the files that a section includes declare, later ones on top.
    ///
    /// - Parameter stack: the including files, the outermost first.
    mutating func declarations(
        of section: CheckedSection, stack: [SourceFile], checker: inout Checker
    ) -> SharedDeclarations {
        var result = section.isBroken(JobKeys.include) ? .unreadable : SharedDeclarations()
        for path in section[JobKeys.include] ?? [] {
            guard let file = load(path, stack: stack, checker: &checker),
                let node = YAMLReader.read(file, diagnostics: &checker.diagnostics),
                let included = ValueShape<CheckedSection>.section(JobKeys.includedSection).read(node, &checker)
            else {
                result.overlay(.unreadable)
                continue
            }
            var declarations = declarations(of: included, stack: stack + [file], checker: &checker)
            declarations.overlay(SharedDeclarations(included))
            result.overlay(declarations)
        }
        return result
    }

    private mutating func load(_ path: Located<String>, stack: [SourceFile], checker: inout Checker) -> SourceFile? {
        guard let including = stack.last else { return nil }
        guard stack.count <= Self.maximumDepth, count < Self.maximumCount else {
            checker.diagnostics.error(
                .includeCycle, "too many files include each other", at: path.span,
                label: "at most \(Self.maximumDepth) deep and \(Self.maximumCount) in all")
            return nil
        }
        count += 1
        do throws(SourceLoadError) {
            let file = try loader.load(path.value, from: including)
            guard !stack.contains(file) else {
                checker.diagnostics.error(
                    .includeCycle, "'\(path.value.excerpt)' includes itself in the end", at: path.span,
                    notes: ["the way: " + (stack + [file]).map(\.name).joined(separator: " → ")])
                return nil
            }
            return file
        } catch {
            checker.diagnostics.error(
                .includeFailed, "'\(path.value.excerpt)' cannot be included", at: path.span, label: error.message)
            return nil
        }
    }
}
