/// The keys of a token source of type `exec`.
enum ExecKeys {
    static let command = Key(
        "command", .list(of: .body), .load, required: true,
        doc: """
            The command with its arguments, without a shell; it prints the token, or JSON with access_token and \
            expires_in.
            """,
        example: "[gcloud, auth, print-access-token]")
    static let timeout = Key(
        "timeout", .loaded(.positiveDuration), .load, standard: "60s", doc: "How long the command may take.",
        example: "10s")
    static let token = Key(
        "token", .plain(.jsonPath), standard: "$.access_token", doc: "Where the token stands in JSON that is printed.",
        example: "$.status.token")
    static let expiresAt = Key(
        "expires_at", .plain(.jsonPath),
        doc: "Where the instant at which the token expires stands in JSON that is printed.",
        example: "$.status.expirationTimestamp")

    static let section = Section(
        "exec", noun: "a token source of type exec", title: "Token source: exec",
        doc: "A command prints the token.",
        keys: [TokenSourceKeys.name, TokenSourceKeys.type, command, timeout, token, expiresIn, expiresAt]
            + TokenPlacementKeys.all + TokenLifeKeys.all + [TokenSourceKeys.hosts],
        groups: [.atMostOne("expires_in", "expires_at")],
        example: """
            auth:
              - name: cluster
                type: exec
                command: [kubelogin, get-token]
                timeout: 10s
                token: $.status.token
                expires_at: $.status.expirationTimestamp
                refresh_margin: 30s
                refresh_on: [401, 403]
              - name: cloud
                type: exec
                command: [print-token, --json]
                expires_in: $.valid_for
            """)

    static let expiresIn = Key(
        "expires_in", .plain(.jsonPath), standard: "$.expires_in",
        doc: "Where the token's life in seconds stands in JSON that is printed.", example: "$.valid_for")
}
