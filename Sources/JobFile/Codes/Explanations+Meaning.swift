internal import Diagnostics

extension DiagnosticRegistry {
    /// E06xx: meaning.
    static let meaning = [
        DiagnosticExplanation(
            .noBaseURL, "a URL needs a base_url",
            "A URL that begins with `/` is joined to `base_url`, of the call or of `defaults`. There is none."),
        DiagnosticExplanation(
            .unusableBody, "the method has no body",
            "A HEAD request has no body, and GraphQL goes over POST here."),
        DiagnosticExplanation(
            .reservedName, "a name is taken",
            "The name has a meaning of its own, so that a template could not tell which one is meant."),
        DiagnosticExplanation(
            .appendToJSON, "nothing can be added to a JSON array",
            "A `.json` file is one array, which ends with `]`. Use JSON Lines (`.jsonl`) with `mode: append`."),
        DiagnosticExplanation(
            .unknownFormat, "the file's format is not known",
            "The format follows from the ending: .json, .jsonl, .ndjson, .csv, .tsv, .txt. For any other say `format`."),
        DiagnosticExplanation(
            .sameFile, "a file is written twice",
            """
            Each would replace what the other wrote. Give them different names, or let both add to the file with \
            `mode: append`.
            """),
        DiagnosticExplanation(
            .publicSecret, "a secret would be shown",
            """
            Names of files and of jobs are seen by others: in listings, logs and reports. A secret must not be part of \
            one, nor what is made of a secret.
            """),
        DiagnosticExplanation(
            .needsJSON, "the call reads its body as text",
            """
            `response: text` takes the body as one text, `jsonl` and `csv` as records that go by one after the other. \
            JSONPaths and conditions look into one JSON body; to look into text there is `extract` with `regex`.
            """),
        DiagnosticExplanation(
            .downloadOnly, "the body goes to a file",
            "With `download` the body is streamed to the file as it is, and nothing can look into it on the way."),
        DiagnosticExplanation(
            .cursorNotSent, "the cursor is never sent",
            """
            The answer's cursor must go back to the API with the next request: in the query with `param: NAME`, or \
            anywhere as `${page.cursor}`.
            """),
        DiagnosticExplanation(
            .pagesWithoutRecords, "a page would never be empty",
            """
            Paging by `page` or `offset` ends with an empty page. Without `records` an object is itself the one record, \
            so there would always be one more. Say where the records are.
            """),
        DiagnosticExplanation(
            .keyWithoutOther, "a key has no effect here",
            "The key belongs to another one that is not there. Add that one, or leave this one out."),
        DiagnosticExplanation(
            .emptyRule, "a rule says nothing about answers",
            "A rule without `status`, `headers` and `body` would decide on every answer."),
        DiagnosticExplanation(
            .uselessAction, "this cannot be done here",
            """
            `stop` ends paging, `reauthorize` gets a new token, `reset` forgets a watermark, a mode is for files and \
            tables; there is none of that here.
            """),
        DiagnosticExplanation(
            .boundsCrossed, "the least is greater than the most", "No number can be within such bounds."),
        DiagnosticExplanation(
            .clientSecretMissing, "the client has no secret",
            """
            `client_secret_post` and `client_secret_basic` send one, and `client_secret_jwt` signs with it. A client \
            with a key of its own has `private_key`; a public client says `client_auth: none`.
            """),
        DiagnosticExplanation(
            .reservedParameter, "a field of the token request has a key of its own",
            "`params` is for further fields. `grant_type` may be among them; fields that have keys of their own may not."
        ),
        DiagnosticExplanation(
            .firstPageOnly, "a parameter is sent with the first page only",
            "With `next_url` and `link` the API names the whole URL of the next page, and nothing is added to it."),
        DiagnosticExplanation(
            .wrongStar, "'*' can only be true",
            "`\"*\": true` keeps the record's own fields; without it only the fields that are listed remain."),
        DiagnosticExplanation(
            .clientKeyMissing, "the client has no key or certificate",
            """
            `private_key_jwt` signs with `private_key`, or sends what is in `assertion_file`; `tls_client_auth` shows \
            the certificate of `tls`.
            """),
        DiagnosticExplanation(
            .reservedClaim, "a claim is new in each JWT",
            """
            `exp`, `iat`, `nbf` and `jti` are made for each JWT, so that none is refused as old or as seen before. \
            `assertion_lifetime` and `backdate` say how.
            """),
        DiagnosticExplanation(
            .unshareableToken, "a token cannot be shared on disk",
            """
            With `cache: disk` other runs use the token, so it must not be revoked at the end of one; and with `dpop` \
            they need the same key, which `dpop_key` names.
            """),
        DiagnosticExplanation(
            .doubtfulGrant, "a grant is one to get away from",
            """
            The password grant works, but gives a person's password to the job, knows no second factor, and is no \
            longer part of OAuth 2.1. Use it only where the service has nothing else.
            """),
        DiagnosticExplanation(
            .presetRule, "the provider of a preset wants it otherwise",
            "The provider is known to refuse this. The message says what it wants; the preset's page says why."),
    ]
}
