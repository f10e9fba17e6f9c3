/// The keys of a token source of type `aws_sigv4`.
enum AWSSigV4Keys {
    static let accessKey = Key(
        "access_key", .template, .load, required: true, secret: true, doc: "The access key's id.",
        example: "${env.AWS_ACCESS_KEY_ID}")
    static let secretKey = Key(
        "secret_key", .template, .load, required: true, secret: true, doc: "The secret access key.",
        example: "${env.AWS_SECRET_ACCESS_KEY}")
    static let sessionToken = Key(
        "session_token", .body, .load, secret: true,
        doc: "The session token of temporary credentials; empty text for none.",
        example: "'${env.AWS_SESSION_TOKEN | default(\"\")}'")
    static let region = Key(
        "region", .loaded(.awsName), .load, required: true, doc: "The region that the requests go to.",
        example: "eu-central-1")
    static let service = Key(
        "service", .loaded(.awsName), .load, required: true,
        doc: "The service that the requests go to, by its name in signatures.", example: "execute-api")

    static let section = Section(
        "aws_sigv4", noun: "a token source of type aws_sigv4", title: "Token source: aws_sigv4",
        doc: "No token: each request is signed by AWS Signature Version 4.",
        keys: [
            TokenSourceKeys.name, TokenSourceKeys.type, accessKey, secretKey, sessionToken, region, service,
            TokenSourceKeys.hosts,
        ],
        example: """
            auth:
              type: aws_sigv4
              access_key: ${env.AWS_ACCESS_KEY_ID}
              secret_key: ${env.AWS_SECRET_ACCESS_KEY}
              session_token: ${env.AWS_SESSION_TOKEN | default("")}
              region: eu-central-1
              service: execute-api
            """)
}
