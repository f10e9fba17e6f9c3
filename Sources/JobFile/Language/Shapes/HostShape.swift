internal import Diagnostics
internal import Template
internal import YAML

/// An entry of `hosts`, as written.
enum HostEntry: Sendable {
    /// A host or an origin.
    case host(Loaded<String>)
    /// A member of a token answer that names one.
    case member(AuthMember)
}

/// How `hosts` is read.
enum HostShape {
    static let hosts = ValueShape<[HostEntry]>.oneOrMore(entry)

    private static let host = ValueShape<Loaded<String>>.loaded(.host)

    private static let entry = ValueShape<HostEntry>(host.form) { node, checker in
        if let member = node.scalar.flatMap(member) { return .member(member) }
        return host.read(node, &checker).map { .host($0) }
    }

    /// The member of a token answer that a scalar stands for, when it is exactly `${auth.NAME.MEMBER}`.
    private static func member(_ scalar: YAMLScalar) -> AuthMember? {
        guard let template = try? Template(scalar.text), template.isSingleExpression,
            template.references.count == 1, let reference = template.references.first, reference.root == "auth",
            let source = reference.name, reference.path.count >= 2
        else { return nil }
        // Whatever else stands in the braces would be a computation.
        let inner = Array(scalar.text.utf8.dropFirst(2).dropLast())
        let around = inner.indices.filter { !reference.range.contains($0 + 2) }
        guard around.allSatisfy({ inner[$0] == UInt8(ascii: " ") }) else { return nil }
        let names = reference.path.dropFirst().map { step -> String? in
            if case .name(let name) = step { name } else { nil }
        }
        guard !names.contains(nil) else { return nil }
        return AuthMember(
            source: source, path: names.compactMap { $0 }, span: scalar.span(of: reference.range))
    }
}
