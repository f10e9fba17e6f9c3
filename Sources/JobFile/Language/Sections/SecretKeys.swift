/// The keys of a secret.
enum SecretKeys {
    static let environment = Key(
        "env", .plain(.text), doc: "The environment variable that holds it.", example: "SHOP_SECRET")
    static let file = Key(
        "file", .plain(.path),
        doc: "The file that holds it, from the job file's folder; a line break at its end is not part of it.",
        example: "/run/secrets/shop")
    static let command = Key(
        "command", .list(of: .plain(.anyText)),
        doc: "A command that prints it, as a list of words; no shell is involved.", example: "[pass, show, shop]")
    static let credential = Key(
        "credential", .plain(.text), doc: "The systemd credential that holds it.", example: "shop-secret")

    static let section = Section(
        "secret", noun: "a secret", title: "A secret",
        doc: "It says where the secret is kept, never what it is.",
        keys: [environment, file, command, credential],
        groups: [.exactlyOne("env", "file", "command", "credential")],
        example: """
            secrets:
              client_secret: {env: SHOP_SECRET}
              partner_key: {file: /run/secrets/partner}
              unit_key: {credential: shop-secret}
            """)
}
