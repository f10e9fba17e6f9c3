import Secrets

/// What libcurl is told so that it signs a request for AWS in the way that AWS checks.
///
/// Versions of libcurl differ in what they do themselves: none before 7.88 signs all header fields; before 8.14 they
/// leave the path as it is, and from then on they encode it once more themselves.
struct SigningPlan: Sendable {
    /// The largest file whose content is signed, in bytes; it is held in memory.
    static let maximumFile = 64 << 20

    private enum Version {
        static let signsHeaders = 0x075800
        static let sortsNames = 0x080A00
        static let encodesPath = 0x080E00
    }

    /// The value of `CURLOPT_AWS_SIGV4`.
    let parameter: String
    let signature: AWSSignature
    /// The URL that is signed.
    let url: String
    /// What is asked for in place of that URL's path and query; nil when they are the same.
    let target: String?
    let headers: SignedHeaders
    /// The body that is signed; nil when there is none, or S3 is to take one that is not.
    let body: [UInt8]?

    /// Works it out.
    ///
    /// - Parameter version: libcurl's, as `0xXXYYZZ`.
    /// - Throws: what cannot be signed. No message has any part of a key.
    init?(_ request: HTTPRequest, _ url: HTTPURL, upload: UploadContent?, version: Int) throws(TransferError) {
        guard let signature = request.awsSignature else { return nil }
        do throws(SignedHeaders.Problem) {
            try Self.check(signature, version: version)
            if case .multipart = request.body {
                throw SignedHeaders.Problem(message: "a multipart body cannot be signed")
            }
            let isS3 = signature.service == "s3"
            headers = try Self.headers(request, signature, upload: upload, isS3: isS3)
            if version < Version.sortsNames { try headers.checkOrder() }
            body = try Self.body(upload, isS3: isS3)
            let canonical = CanonicalURL(url, isEncodedOnce: isS3)
            let isPathEncodedHere = version < Version.encodesPath && canonical.path != canonical.signedPath
            self.url = isPathEncodedHere ? canonical.signedText : canonical.text
            target = isPathEncodedHere ? canonical.target : nil
        } catch {
            throw TransferError(
                .other, message: "the request cannot be signed for AWS: \(error.message)", host: url.origin.authority,
                isNothingSent: true)
        }
        self.signature = signature
        parameter = "aws:amz:\(signature.region):\(signature.service)"
    }

    private static func check(_ signature: AWSSignature, version: Int) throws(SignedHeaders.Problem) {
        guard version >= Version.signsHeaders else {
            throw SignedHeaders.Problem(message: "libcurl here is too old for it; 7.88 or later can")
        }
        for (name, value) in [("region", signature.region), ("service", signature.service)] {
            guard 1...64 ~= value.utf8.count, value.utf8.allSatisfy(isNameByte) else {
                throw SignedHeaders.Problem(
                    message: "the \(name) '\(value)' may have small letters, digits and '-' only, and at most 64")
            }
        }
        let accessKey = signature.accessKey.reveal().utf8
        guard !accessKey.isEmpty, accessKey.allSatisfy({ 0x21...0x7E ~= $0 && !"/,".utf8.contains($0) }) else {
            throw SignedHeaders.Problem(message: "the access key is empty or has a blank, '/', ',' or the like in it")
        }
        let secretKey = signature.secretKey.reveal().utf8
        guard !secretKey.isEmpty, secretKey.allSatisfy({ 0x21...0x7E ~= $0 }) else {
            throw SignedHeaders.Problem(message: "the secret key is empty or has a blank or line break in it")
        }
        if let token = signature.sessionToken?.reveal().utf8 {
            guard !token.isEmpty, token.allSatisfy({ 0x21...0x7E ~= $0 }) else {
                throw SignedHeaders.Problem(message: "the session token is empty or has a blank or line break in it")
            }
        }
    }

    private static func headers(
        _ request: HTTPRequest, _ signature: AWSSignature, upload: UploadContent?, isS3: Bool
    ) throws(SignedHeaders.Problem) -> SignedHeaders {
        var headers = try SignedHeaders(request.headers)
        let hasBody = upload.map { $0.size > 0 } ?? false
        // Otherwise libcurl would call it a form.
        if hasBody { headers.addIfMissing("Content-Type", "application/octet-stream") }
        if isS3 {
            headers.addIfMissing("x-amz-content-sha256", hasBody ? "UNSIGNED-PAYLOAD" : emptyHash)
        }
        if let token = signature.sessionToken { headers.set("x-amz-security-token", token) }
        return headers
    }

    private static func body(_ upload: UploadContent?, isS3: Bool) throws(SignedHeaders.Problem) -> [UInt8]? {
        switch upload {
        case nil: return nil
        case .bytes(let bytes): return bytes.isEmpty ? nil : bytes
        case .file(let file):
            // S3 takes files of any size, and they are streamed.
            guard !isS3, file.size > 0 else { return nil }
            guard file.size <= maximumFile else {
                throw SignedHeaders.Problem(
                    message: "the file '\(file.path)' is larger than \(ByteCount.text(maximumFile))")
            }
            guard let bytes = file.readAll() else {
                throw SignedHeaders.Problem(message: "the file '\(file.path)' cannot be read")
            }
            return bytes
        }
    }

    /// SHA-256 of nothing.
    private static let emptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
