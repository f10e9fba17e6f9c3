/// Texts as C's array of pointers with a NULL at its end.
struct CStringArray {
    private let texts: [String?]

    init(_ texts: [String?]) {
        self.texts = texts
    }

    func withPointers<T>(_ body: (UnsafePointer<UnsafePointer<CChar>?>) -> T) -> T {
        // One block for all, so that nothing nests as deep as there are texts.
        var bytes: [CChar] = []
        var starts: [Int?] = []
        for text in texts {
            starts.append(text == nil ? nil : bytes.count)
            if let text {
                bytes.append(contentsOf: text.utf8.lazy.map { CChar(bitPattern: $0) })
                bytes.append(0)
            }
        }
        return bytes.withUnsafeBufferPointer { bytes in
            var pointers: [UnsafePointer<CChar>?] = starts.map { start in
                guard let start, let base = bytes.baseAddress else { return nil }
                return base + start
            }
            pointers.append(nil)
            return pointers.withUnsafeBufferPointer { pointers in
                // It has the NULL at least.
                guard let base = pointers.baseAddress else {
                    preconditionFailure("an array with an element has a start")
                }
                return body(base)
            }
        }
    }
}
