/// The jobs through which the secrets go.
extension SecretTests {
    /// A call for each place that a secret can stand in; the answers show it.
    static func requests(_ secret: SecretSample) -> String {
        let header = """
              - name: header
                get: /echo
                headers: {X-Key: "${secrets.key}"}
                write: header.jsonl
            """
        return """
            secrets: {key: {env: KEY}}
            defaults: {base_url: "${env.DEMO_API}"}
            calls:
              - name: query
                get: /echo
                query: {key: "${secrets.key}"}
                write: query.jsonl
              - name: json
                post: /echo
                json: {key: "${secrets.key}", list: ["before ${secrets.key} after"]}
                write: json.jsonl
              - name: form
                post: /echo
                form: {key: "${secrets.key}"}
                write: form.jsonl

            """ + (secret.fitsHeader ? header : "")
    }

    /// Calls that all fail, each with a message in which the secret might stand.
    static let failures = """
        secrets: {key: {env: KEY}}
        vars: {pair: "u:${secrets.key}", user: "user:${secrets.key}"}
        defaults: {base_url: "${env.DEMO_API}", on_error: continue, retry: false}
        calls:
          - name: body
            post: /faults/status/400
            query: {message: "cannot take '${secrets.key}'!"}
          - name: encoded
            get: /faults/status/404
            query: {message: "${secrets.key | base64} ${secrets.key | base64url} ${secrets.key | hex}"}
          - name: escaped
            get: /faults/status/404
            query: {message: "${secrets.key | url} ${secrets.key | json}"}
          - name: basic
            get: /faults/status/403
            query: {message: "Basic ${vars.pair | base64} ${vars.user | base64url}"}
          - name: condition
            post: /echo
            json: {key: "${secrets.key}"}
            expect: {body: "$.json.key == 'something else'"}
          - name: extraction
            post: /echo
            json: {key: "${secrets.key}"}
            extract: {missing: $.json.nothing}
          - name: field
            post: /echo
            json: {key: "${secrets.key}"}
            fields: {key: {path: $.json.key, type: integer}}
            write: number.csv
        """

    /// A client whose token request is refused with its own secret in the message.
    static func refused(_ method: String) -> String {
        let parts = method.split(separator: ", ")
        return """
            secrets: {key: {env: KEY}}
            auth:
              token_url: ${env.DEMO_API}/oauth/token?error=echo_secret
              client_id: demo
              client_secret: ${secrets.key}
              client_auth: \(parts[0])
              \(parts.count > 1 ? "basic_encoding: raw" : "")
            defaults: {base_url: "${env.DEMO_API}"}
            calls: [{get: /echo}]
            """
    }

    /// The other kinds of credentials.
    static let credentials = """
        secrets: {key: {env: KEY}}
        auth:
          - {name: bearer, type: bearer, token: "${secrets.key}"}
          - {name: bare, type: bearer, token: "${secrets.key}", header: X-Token, scheme: ""}
          - {name: header, type: api_key, header: X-Api-Key, value: "${secrets.key}"}
          - {name: query, type: api_key, query: api_key, value: "${secrets.key}"}
          - {name: basic, type: basic, username: demo, password: "${secrets.key}"}
        defaults: {base_url: "${env.DEMO_API}"}
        calls:
          - {get: /echo, auth: bearer, write: bearer.jsonl}
          - {get: /echo, auth: bare, write: bare.jsonl}
          - {get: /echo, auth: header, write: header.jsonl}
          - {get: /echo, auth: query, write: query.jsonl}
          - {get: /echo, auth: basic, write: basic.jsonl}
        """

    /// What goes wrong with the secret itself: as a URL, a number, a file's name.
    static let mistakes = """
        secrets: {key: {env: KEY}}
        vars: {number: "${secrets.key | int}"}
        defaults: {base_url: "${secrets.key}"}
        calls:
          - get: /echo
            timeout: ${secrets.key}
            when: ${secrets.key}
            write: ${secrets.key}.jsonl
          - get: https://${secrets.key}/
            proxy: ${secrets.key}
        """
}
