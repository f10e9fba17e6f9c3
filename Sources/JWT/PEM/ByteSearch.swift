/// Finds text in bytes.
enum ByteSearch {
    static func first(_ text: StaticString, in bytes: ArraySlice<UInt8>) -> Range<Int>? {
        let wanted = Array("\(text)".utf8)
        guard let head = wanted.first else { return nil }
        var rest = bytes
        while let place = rest.firstIndex(of: head) {
            rest = rest[place...]
            if rest.starts(with: wanted) { return place..<place + wanted.count }
            rest = rest.dropFirst()
        }
        return nil
    }
}
