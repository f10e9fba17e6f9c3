extension HTTPResponse {
    /// The answer with its body unpacked, when that is compressed without saying so.
    ///
    /// What only begins like a compressed file stays as it is.
    ///
    /// - Throws: when the unpacked body is larger than the limit.
    func unpacked(limit: Int, host: String) throws(TransferError) -> HTTPResponse {
        guard let format = CompressedFormat(signatureOf: body), !headers.contains("Content-Encoding") else {
            return self
        }
        do throws(UnpackingFailure) {
            let unpacked = try format.unpack(body, limit: limit)
            return HTTPResponse(
                status: status, headers: headers, body: unpacked, url: url, timing: timing, version: version)
        } catch {
            guard error == .tooLarge else { return self }
            throw TransferError(
                .bodyTooLarge(limit: limit), message: "the body is larger than \(ByteCount.text(limit))", host: host)
        }
    }
}
