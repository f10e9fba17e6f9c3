/// Each preset, and what it becomes.
extension PresetExpansionTests {
    static let goldens = [
        Golden(
            name: "entra-id with a secret",
            source: "{preset: entra-id, tenant: '${inputs.t}', client_id: a, client_secret: b, scope: x/.default}",
            expected: """
                preset: entra-id
                client_id: a
                client_secret: b
                scope: x/.default
                type: client_credentials
                token_url: https://login.microsoftonline.com/${inputs.t}/oauth2/v2.0/token

                """),
        Golden(
            name: "entra-id with a key",
            source: """
                {preset: entra-id, tenant: t, client_id: a, private_key: b, certificate: c.pem, scope: x/.default,
                assertion_lifetime: 1m}
                """,
            expected: """
                preset: entra-id
                client_id: a
                private_key: b
                certificate: c.pem
                scope: x/.default
                assertion_lifetime: 1m
                type: client_credentials
                token_url: https://login.microsoftonline.com/t/oauth2/v2.0/token
                client_auth: private_key_jwt
                algorithm: PS256
                assertion_audience: token_url

                """),
        Golden(
            name: "auth0", source: "{preset: auth0, domain: d, audience: x, client_id: a, client_secret: b}",
            expected: """
                preset: auth0
                audience: x
                client_id: a
                client_secret: b
                type: client_credentials
                token_url: https://d/oauth/token

                """),
        Golden(
            name: "okta, the default server",
            source: "{preset: okta, domain: d, scope: s, client_id: a, client_secret: b}",
            expected: """
                preset: okta
                scope: s
                client_id: a
                client_secret: b
                type: client_credentials
                token_url: https://d/oauth2/default/v1/token
                client_auth: client_secret_basic

                """),
        Golden(
            name: "okta, the organisation's server",
            source: "{preset: okta, domain: d, authorization_server: org, scope: s, client_id: a, private_key: b}",
            expected: """
                preset: okta
                scope: s
                client_id: a
                private_key: b
                type: client_credentials
                token_url: https://d/oauth2/v1/token
                client_auth: private_key_jwt
                assertion_audience: token_url
                dpop: true

                """),
        Golden(
            name: "okta, a server of its own",
            source:
                "{preset: okta, domain: d, authorization_server: '${env.S}', scope: s, client_id: a, private_key: b}",
            expected: """
                preset: okta
                scope: s
                client_id: a
                private_key: b
                type: client_credentials
                token_url: https://d/oauth2/${env.S}/v1/token
                client_auth: private_key_jwt
                assertion_audience: token_url

                """),
        Golden(
            name: "keycloak", source: "{preset: keycloak, url: 'https://k', realm: r, client_id: a, client_secret: b}",
            expected: """
                preset: keycloak
                client_id: a
                client_secret: b
                type: client_credentials
                issuer: https://k/realms/r

                """),
        Golden(
            name: "google-service-account",
            source: "{preset: google-service-account, email: e, private_key: k, scope: [a, b], claims: {x: 1}}",
            expected: """
                preset: google-service-account
                private_key: k
                claims:
                  x: 1
                  scope: a b
                type: jwt_bearer
                token_url: https://oauth2.googleapis.com/token
                client_id: e
                algorithm: RS256
                assertion_audience: https://oauth2.googleapis.com/token
                assertion_lifetime: 1h

                """),
        Golden(
            name: "github-app",
            source: "{preset: github-app, app_id: 7, installation_id: 8, private_key: k, key_id: i, hosts: h.example}",
            expected: """
                name: default
                preset: github-app
                hosts: h.example
                type: request
                call:
                  post: https://api.github.com/app/installations/8/access_tokens
                  headers:
                    Accept: application/vnd.github+json
                    X-GitHub-Api-Version: 2022-11-28
                  auth: default-app
                token: $.token
                expires_at: $.expires_at
                ---
                name: default-app
                type: jwt
                key_id: i
                private_key: k
                client_id: 7
                algorithm: RS256
                backdate: 60s
                assertion_lifetime: 9m

                """),
        Golden(
            name: "salesforce with a secret",
            source: "{name: crm, preset: salesforce, domain: d, client_id: a, client_secret: b}",
            expected: """
                name: crm
                preset: salesforce
                client_id: a
                client_secret: b
                type: client_credentials
                token_url: https://d/services/oauth2/token
                hosts:
                  - ${auth.crm.instance_url}
                lifetime: 15m

                """),
        Golden(
            name: "salesforce with a key",
            source: "{preset: salesforce, domain: d, client_id: a, private_key: k, subject: u}",
            expected: """
                preset: salesforce
                client_id: a
                private_key: k
                subject: u
                type: jwt_bearer
                token_url: https://d/services/oauth2/token
                hosts:
                  - ${auth.default.instance_url}
                lifetime: 15m
                algorithm: RS256
                assertion_audience: https://login.salesforce.com
                assertion_lifetime: 3m

                """),
        Golden(
            name: "zoom", source: "{preset: zoom, account_id: 007, client_id: a, client_secret: b, params: {x: y}}",
            expected: """
                preset: zoom
                client_id: a
                client_secret: b
                params:
                  x: y
                  grant_type: account_credentials
                  account_id: 007
                type: client_credentials
                token_url: https://zoom.us/oauth/token
                client_auth: client_secret_basic

                """),
        Golden(
            name: "paypal", source: "{preset: paypal, environment: sandbox, client_id: a, client_secret: b}",
            expected: """
                preset: paypal
                client_id: a
                client_secret: b
                type: client_credentials
                token_url: https://api-m.sandbox.paypal.com/v1/oauth2/token
                client_auth: client_secret_basic

                """),
        Golden(
            name: "spotify", source: "{preset: spotify, client_id: a, client_secret: b}",
            expected: """
                preset: spotify
                client_id: a
                client_secret: b
                type: client_credentials
                token_url: https://accounts.spotify.com/api/token
                client_auth: client_secret_basic

                """),
        Golden(
            name: "docusign", source: "{preset: docusign, user_id: u, client_id: a, private_key: k}",
            expected: """
                preset: docusign
                client_id: a
                private_key: k
                type: jwt_bearer
                token_url: https://account.docusign.com/oauth/token
                subject: u
                algorithm: RS256
                assertion_audience: account.docusign.com
                assertion_lifetime: 1h
                claims:
                  scope: signature impersonation

                """),
        Golden(
            name: "snowflake",
            source: "{preset: snowflake, account: my.acc, user: '${env.U}-x', private_key: '${secrets.k}'}",
            expected: """
                preset: snowflake
                private_key: ${secrets.k}
                type: jwt
                client_id: ${"my.acc" | replace(".", "-") | upper}.${(env.U) | upper}${"-x" | upper}\
                .${(secrets.k) | key_fingerprint}
                subject: ${"my.acc" | replace(".", "-") | upper}.${(env.U) | upper}${"-x" | upper}
                algorithm: RS256
                request_headers:
                  X-Snowflake-Authorization-Token-Type: KEYPAIR_JWT

                """),
        Golden(
            name: "amazon-lwa", source: "{preset: amazon-lwa, client_id: a, client_secret: b, refresh_token: r}",
            expected: """
                preset: amazon-lwa
                client_id: a
                client_secret: b
                refresh_token: r
                type: refresh_token
                token_url: https://api.amazon.com/auth/o2/token
                client_auth: client_secret_post
                header: x-amz-access-token
                scheme: ""

                """),
    ]
}
