public import Secrets

/// What a request is signed with for Amazon Web Services, Signature Version 4.
///
/// The signature covers the request as it is sent, so the transport makes it for each attempt.
public struct AWSSignature: Sendable, Hashable {
    /// The access key's identifier.
    public let accessKey: Secret
    /// The access key's secret.
    public let secretKey: Secret
    /// The token of temporary credentials, which goes along as `x-amz-security-token`; nil for lasting ones.
    public let sessionToken: Secret?
    /// The region, as `eu-central-1`: small letters, digits and `-`.
    public let region: String
    /// The service as signatures name it, as `execute-api` or `sts`: small letters, digits and `-`.
    public let service: String

    /// Makes a signature's ingredients.
    public init(accessKey: Secret, secretKey: Secret, sessionToken: Secret?, region: String, service: String) {
        self.accessKey = accessKey
        self.secretKey = secretKey
        self.sessionToken = sessionToken
        self.region = region
        self.service = service
    }
}
