extension Preset {
    /// Snowflake's key-pair authentication.
    static let snowflake = Preset(
        name: "snowflake", title: "Snowflake",
        doc: "A user with a key pair signs a JWT, which is itself the token of Snowflake's SQL and REST APIs.",
        parameters: [
            PresetParameter(
                "account", doc: "The account's identifier, organisation and name; of an account locator only itself.",
                example: "myorg-reporting"),
            PresetParameter("user", doc: "The user's name.", example: "errand"),
            PresetParameter(
                "private_key", doc: "The user's private key, not encrypted.", example: "${secrets.private_key}",
                ownKey: true, secret: true),
        ],
        type: "jwt",
        defaults: """
            client_id: <account | replace(".", "-") | upper>.<user | upper>.<private_key | key_fingerprint>
            subject: <account | replace(".", "-") | upper>.<user | upper>
            algorithm: RS256
            request_headers: {X-Snowflake-Authorization-Token-Type: KEYPAIR_JWT}
            """,
        notes: [
            """
            The JWT's `iss` is account, user and the fingerprint of the public key, in capitals; a period in the \
            account's identifier becomes a hyphen. An account locator stands alone, without its region.
            """,
            """
            Each request also says which kind of token it brings (`X-Snowflake-Authorization-Token-Type`); the preset \
            sees to it. The JWT may be good for an hour at most.
            """,
            """
            `DESCRIBE USER` shows the fingerprint that Snowflake has (`RSA_PUBLIC_KEY_FP`): it must be the one behind \
            the user in `iss`.
            """,
        ],
        example: """
            auth:
              preset: snowflake
              account: myorg-reporting
              user: errand
              private_key: ${secrets.private_key}
            """)
}
