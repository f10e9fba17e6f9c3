extension Preset {
    /// Microsoft Entra ID, once Azure Active Directory.
    static let entraID = Preset(
        name: "entra-id", title: "Microsoft Entra ID",
        doc: "An application of a tenant gets a token for one resource, by its secret or by its certificate.",
        parameters: [
            PresetParameter(
                "tenant", doc: "The tenant, by its id or by one of its domains.", example: "contoso.onmicrosoft.com"),
            PresetParameter(
                "scope", doc: "The resource with /.default behind it, which stands for all that was granted.",
                example: "https://graph.microsoft.com/.default", ownKey: true, ending: "/.default"),
        ],
        defaults: """
            token_url: https://login.microsoftonline.com/<tenant>/oauth2/v2.0/token
            """,
        cases: [
            PresetCase(
                when: "private_key",
                parameters: [
                    PresetParameter(
                        "certificate", doc: "The certificate that the application has, a PEM file.",
                        example: "app.pem", ownKey: true)
                ],
                defaults: """
                    client_auth: private_key_jwt
                    algorithm: PS256
                    assertion_audience: token_url
                    assertion_lifetime: 5m
                    """),
            PresetCase(when: "assertion_file", defaults: "client_auth: private_key_jwt"),
        ],
        notes: [
            """
            A token is for one resource only: `scope` is that resource with `/.default` behind it, and several \
            resources need several sources.
            """,
            """
            A certificate is recognised by its SHA-256 fingerprint (`x5t#S256`), so `private_key` needs `certificate`; \
            the assertion is signed with PS256 and meant for the tenant's own token endpoint.
            """,
            """
            Refusals carry a code: AADSTS7000215 is a wrong secret (often its id instead of its value), AADSTS7000222 \
            an expired one, AADSTS700027 a certificate that the application does not have, AADSTS50027 an assertion \
            for another audience.
            """,
            """
            For a pod with workload identity say `assertion_file: ${env.AZURE_FEDERATED_TOKEN_FILE}` in place of a \
            secret. National clouds have other hosts: say `token_url`.
            """,
        ],
        example: """
            auth:
              preset: entra-id
              tenant: contoso.onmicrosoft.com
              client_id: ${env.CLIENT_ID}
              client_secret: ${secrets.client_secret}
              scope: https://graph.microsoft.com/.default
            """)
}
