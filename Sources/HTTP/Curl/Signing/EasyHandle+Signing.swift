import CCurl
import Secrets

extension EasyHandle {
    /// Has libcurl sign the request; without a plan nothing.
    mutating func setSigning(_ plan: SigningPlan?, userAgent: String) {
        guard let plan else { return }
        set(CURLOPT_AWS_SIGV4, plan.parameter)
        set(CURLOPT_USERNAME, plan.signature.accessKey.reveal())
        set(CURLOPT_PASSWORD, plan.signature.secretKey.reveal())
        set(CURLOPT_USERAGENT, plan.headers.userAgent ?? userAgent)
        // In place of the header line that takes `Expect` away, which some versions would sign.
        set(CURLOPT_EXPECT_100_TIMEOUT_MS, 1)
        guard let target = plan.target else { return }
        set(CURLOPT_REQUEST_TARGET, target)
        // A proxy would want a whole URL there, unless it only passes bytes on.
        set(CURLOPT_HTTPPROXYTUNNEL, true)
    }

    /// Sets a body that libcurl has as a whole, as it must to sign it.
    mutating func setBody(_ bytes: [UInt8]) {
        set(CURLOPT_POST, true)
        setOffset(CURLOPT_POSTFIELDSIZE_LARGE, bytes.count)
        bytes.withUnsafeBytes { setPointer(CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: $0.baseAddress)) }
    }

    /// Says that the body is empty, without a media type for it.
    mutating func setEmptyBody() {
        set(CURLOPT_UPLOAD, true)
        setOffset(CURLOPT_INFILESIZE_LARGE, 0)
    }
}
