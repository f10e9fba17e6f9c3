public import Secrets

/// Keys that libcurl signs requests with, AWS Signature Version 4.
public struct AWSSigV4Source: Sendable {
    /// The access key's id.
    public var accessKey: Secret
    /// The secret access key.
    public var secretKey: Secret
    /// The token of temporary credentials; nil for lasting ones.
    public var sessionToken: Secret?
    /// The region, such as `eu-central-1`.
    public var region: String
    /// The service, such as `execute-api`.
    public var service: String

    /// Makes a source.
    public init(accessKey: Secret, secretKey: Secret, sessionToken: Secret?, region: String, service: String) {
        self.accessKey = accessKey
        self.secretKey = secretKey
        self.sessionToken = sessionToken
        self.region = region
        self.service = service
    }
}
