import CCurl

extension EasyHandle {
    /// Sets what libcurl calls.
    ///
    /// - Parameter context: an unretained ``Transfer`` that lives as long as the handle.
    mutating func setCallbacks(context: UnsafeMutableRawPointer, errorText: UnsafeMutablePointer<CChar>) {
        setPointer(CURLOPT_ERRORBUFFER, errorText)
        setPointer(CURLOPT_HEADERDATA, context)
        setReceiver(CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            Self.received(bytes, size * count, context) { $0.receiveHeader($1) }
        }
        setPointer(CURLOPT_WRITEDATA, context)
        setReceiver(CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            Self.received(bytes, size * count, context) { $0.receiveBody($1) }
        }
        setPointer(CURLOPT_READDATA, context)
        setReader { buffer, size, count, context in
            guard let context else { return Int(CURL_READFUNC_ABORT) }
            let buffer = UnsafeMutableRawBufferPointer(start: buffer, count: size * count)
            return Self.transfer(context).readUpload(into: buffer) ?? Int(CURL_READFUNC_ABORT)
        }
        setPointer(CURLOPT_SEEKDATA, context)
        setSeeker { context, offset, origin in
            guard let context, origin == SEEK_SET, Self.transfer(context).seekUpload(to: Int(offset)) else {
                return CURL_SEEKFUNC_FAIL
            }
            return CURL_SEEKFUNC_OK
        }
    }

    /// How many bytes were taken: all, or none to end the transfer.
    private static func received(
        _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?,
        _ receive: (Transfer, UnsafeRawBufferPointer) -> Bool
    ) -> Int {
        guard let context, count > 0 else { return 0 }
        return receive(transfer(context), UnsafeRawBufferPointer(start: bytes, count: count)) ? count : 0
    }

    private static func transfer(_ context: UnsafeMutableRawPointer) -> Transfer {
        Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    }
}
