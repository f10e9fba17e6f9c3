extension HTTPResponse {
    /// The answer with its body unpacked, when that is gzip without saying so.
    ///
    /// What only looks like gzip stays as it is.
    ///
    /// - Throws: when the unpacked body is larger than the limit.
    func unpacked(limit: Int, host: String) throws(TransferError) -> HTTPResponse {
        guard Gzip.isLikely(body), !headers.contains("Content-Encoding") else { return self }
        do throws(Inflater.Failure) {
            let unpacked = try Gzip.unpack(body, limit: limit)
            return HTTPResponse(
                status: status, headers: headers, body: unpacked, url: url, timing: timing, version: version)
        } catch {
            guard error == .tooLarge else { return self }
            throw TransferError(
                .bodyTooLarge(limit: limit), message: "the body is larger than \(ByteCount.text(limit))", host: host)
        }
    }
}
