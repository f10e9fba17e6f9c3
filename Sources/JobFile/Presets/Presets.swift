/// The presets.
enum Presets {
    /// All of them, in the order of the documentation.
    static let all: [Preset] = [
        .entraID, .auth0, .okta, .keycloak, .googleServiceAccount, .gitHubApp, .salesforce, .zoom, .payPal, .spotify,
        .docuSign, .snowflake, .amazonLWA,
    ]

    /// Their names.
    static let names = all.map(\.name)

    /// The preset of a name.
    static func named(_ name: String) -> Preset? { all.first { $0.name == name } }
}
