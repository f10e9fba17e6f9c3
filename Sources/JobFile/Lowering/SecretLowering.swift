internal import Diagnostics

/// Makes the declarations of secrets.
enum SecretLowering {
    static func declaration(of secret: Named<CheckedSection>) -> SecretDeclaration? {
        source(of: secret.value).map { SecretDeclaration(name: secret.name, source: $0, span: secret.nameSpan) }
    }

    private static func source(of section: CheckedSection) -> SecretDeclaration.Source? {
        if let name = section[SecretKeys.environment] { return .environment(name.value) }
        if let path = section[SecretKeys.file] { return .file(path.value) }
        if let words = section[SecretKeys.command] { return .command(words.map(\.value)) }
        return section[SecretKeys.credential].map { .credential($0.value) }
    }
}
