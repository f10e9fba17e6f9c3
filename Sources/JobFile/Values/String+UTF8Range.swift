extension String {
    /// Where another text first stands in this one, as UTF-8 offsets.
    func utf8Range(of other: String) -> Range<Int>? {
        let needle = Array(other.utf8)
        let bytes = Array(utf8)
        guard !needle.isEmpty, bytes.count >= needle.count else { return nil }
        for start in 0...(bytes.count - needle.count) where bytes[start..<(start + needle.count)].elementsEqual(needle)
        {
            return start..<(start + needle.count)
        }
        return nil
    }
}
