/// Finds a text in another, in time linear in both (Knuth, Morris, Pratt).
enum ByteSearch {
    /// Where the needle, which is not empty, stands in the text: from the left, without overlaps.
    static func places(of needle: [UInt8], in text: [UInt8]) -> [Int] {
        guard needle.count <= text.count else { return [] }
        // For each length of a beginning: the longest shorter beginning that it ends with.
        var fallbacks = [Int](repeating: 0, count: needle.count)
        var length = 0
        for place in 1..<max(1, needle.count) {
            while length > 0, needle[place] != needle[length] { length = fallbacks[length - 1] }
            if needle[place] == needle[length] { length += 1 }
            fallbacks[place] = length
        }
        var places: [Int] = []
        var matched = 0
        for (place, byte) in text.enumerated() {
            while matched > 0, byte != needle[matched] { matched = fallbacks[matched - 1] }
            if byte == needle[matched] { matched += 1 }
            if matched == needle.count {
                places.append(place + 1 - matched)
                matched = 0
            }
        }
        return places
    }
}
