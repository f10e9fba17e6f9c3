extension ProviderCase {
    /// One for each preset.
    static let all = [
        entraID, auth0, okta, keycloak, google, gitHub, salesforce, zoom, payPal, spotify, docuSign, snowflake, amazon,
    ]

    private static let foreignSecret: Value = "another-secret-1906"
    /// What is said of a client whose secret is not the right one.
    private static let secretAdvice = ["invalid_client", "if id and secret are right, try client_auth: "]

    private static let entraID = ProviderCase(
        name: "entra-id",
        environment: [
            "ENTRA_TENANT": "contoso.example", "ENTRA_CLIENT_ID": "app", "ENTRA_CLIENT_SECRET": .text(secret),
        ],
        inputs: ["login": .standIn("/entra"), "graph": .standIn("/entra/api")],
        refusal: Refusal(
            environment: ["ENTRA_CLIENT_SECRET": foreignSecret],
            message: ["AADSTS7000215: the secret is wrong: the secret's value is wanted, not its ID"]))

    private static let auth0 = ProviderCase(
        name: "auth0",
        environment: [
            "AUTH0_DOMAIN": "example.eu.auth0.com", "AUTH0_CLIENT_ID": "app", "AUTH0_CLIENT_SECRET": .text(secret),
        ],
        inputs: ["url": .standIn("/auth0")],
        refusal: Refusal(
            environment: ["AUTH0_DOMAIN": "unknown.example"],
            message: ["access_denied", "audience asked for: https://unknown.example/api/v2/"]))

    private static let okta = ProviderCase(
        name: "okta",
        environment: [
            "OKTA_DOMAIN": "example.okta.com", "OKTA_CLIENT_ID": "app", "OKTA_KEY_ID": "errand-1",
            "OKTA_PRIVATE_KEY": .key,
        ],
        inputs: ["url": .standIn("/okta")],
        refusal: Refusal(
            environment: ["OKTA_PRIVATE_KEY": .foreignKey],
            message: [
                "sent as private_key_jwt", "is the public half of this key registered at the server?",
                "by key_id errand-1",
            ]))

    private static let keycloak = ProviderCase(
        name: "keycloak",
        environment: [
            "KEYCLOAK_URL": .standIn("/keycloak"), "KEYCLOAK_REALM": "shop", "KEYCLOAK_CLIENT_ID": "app",
            "KEYCLOAK_CLIENT_SECRET": .text(secret),
        ],
        refusal: Refusal(
            environment: ["KEYCLOAK_REALM": "unknown"],
            message: ["/keycloak/realms/unknown'", "the issuer is probably wrong"]))

    private static let google = ProviderCase(
        name: "google-service-account",
        environment: ["GOOGLE_EMAIL": "app", "GOOGLE_PRIVATE_KEY": .key],
        inputs: ["token_url": .standIn("/google/token"), "api": .standIn("/google/api")],
        refusal: Refusal(
            environment: ["GOOGLE_PRIVATE_KEY": .foreignKey],
            message: ["invalid_grant", "is the public half of this key registered at the server?"]))

    private static let gitHub = ProviderCase(
        name: "github-app",
        environment: [
            "GITHUB_APP_ID": "app", "GITHUB_INSTALLATION_ID": "77", "GITHUB_APP_PRIVATE_KEY": .key,
        ],
        inputs: ["app": .standIn("/github"), "api": .standIn("/github/api")],
        refusal: Refusal(
            environment: ["GITHUB_APP_PRIVATE_KEY": .foreignKey],
            message: ["the credential 'github-app'", "A JSON web token could not be decoded"]))

    private static let salesforce = ProviderCase(
        name: "salesforce",
        environment: [
            "SALESFORCE_DOMAIN": "example.my.salesforce.com", "SALESFORCE_CLIENT_ID": "app",
            "SALESFORCE_CLIENT_SECRET": .text(secret),
        ],
        inputs: ["url": .standIn("/salesforce")], pageSize: nil,
        refusal: Refusal(environment: ["SALESFORCE_CLIENT_SECRET": foreignSecret], message: secretAdvice))

    private static let zoom = ProviderCase(
        name: "zoom",
        environment: ["ZOOM_ACCOUNT_ID": "AbCdEf", "ZOOM_CLIENT_ID": "app", "ZOOM_CLIENT_SECRET": .text(secret)],
        inputs: ["token_url": .standIn("/zoom/oauth/token"), "api": .standIn("/zoom/api")],
        refusal: Refusal(environment: ["ZOOM_CLIENT_SECRET": foreignSecret], message: secretAdvice))

    private static let payPal = ProviderCase(
        name: "paypal",
        environment: ["PAYPAL_CLIENT_ID": "app", "PAYPAL_CLIENT_SECRET": .text(secret)],
        inputs: ["token_url": .standIn("/paypal/v1/oauth2/token"), "api": .standIn("/paypal/api")],
        refusal: Refusal(environment: ["PAYPAL_CLIENT_SECRET": foreignSecret], message: secretAdvice))

    private static let spotify = ProviderCase(
        name: "spotify",
        environment: ["SPOTIFY_CLIENT_ID": "app", "SPOTIFY_CLIENT_SECRET": .text(secret)],
        inputs: ["token_url": .standIn("/spotify/api/token"), "api": .standIn("/spotify/api")],
        refusal: Refusal(environment: ["SPOTIFY_CLIENT_SECRET": foreignSecret], message: secretAdvice))

    private static let docuSign = ProviderCase(
        name: "docusign",
        environment: [
            "DOCUSIGN_CLIENT_ID": "app", "DOCUSIGN_USER_ID": "11111111-1111-4111-8111-111111111111",
            "DOCUSIGN_PRIVATE_KEY": .key,
        ],
        inputs: ["account": .standIn("/docusign"), "api": .standIn("/docusign/api")],
        refusal: Refusal(
            environment: ["DOCUSIGN_USER_ID": "00000000-0000-0000-0000-000000000000"],
            message: ["consent_required", "a person has to agree once, in a browser"]))

    private static let snowflake = ProviderCase(
        name: "snowflake",
        environment: [
            "SNOWFLAKE_ACCOUNT": "myorg-reporting", "SNOWFLAKE_USER": "errand", "SNOWFLAKE_PRIVATE_KEY": .key,
        ],
        inputs: ["url": .standIn("/snowflake")], pageSize: nil,
        refusal: Refusal(
            environment: ["SNOWFLAKE_PRIVATE_KEY": .foreignKey],
            message: ["the credential is not accepted", "390144"]))

    private static let amazon = ProviderCase(
        name: "amazon-lwa",
        environment: [
            "AMAZON_CLIENT_ID": "app", "AMAZON_CLIENT_SECRET": .text(secret),
            "AMAZON_REFRESH_TOKEN": .text(refreshToken),
        ],
        inputs: ["token_url": .standIn("/amazon-lwa/auth/o2/token"), "api": .standIn("/amazon-lwa/api")],
        refusal: Refusal(
            environment: ["AMAZON_REFRESH_TOKEN": "Atzr|a-withdrawn-refresh-token"],
            message: ["invalid_grant", "a new one takes a person who signs in again"]))
}
