/// Finds the word that was probably meant.
enum NearestWord {
    /// The candidate that takes the fewest changes, at most a third of its letters; nil when none is near enough.
    static func of(_ word: String, in candidates: [String]) -> String? {
        let letters = Array(word.lowercased().replacing("-", with: "_").utf8)
        // Nobody misspells one of ours at such length.
        guard letters.count <= 32 else { return nil }
        var best: (word: String, distance: Int)?
        for candidate in candidates {
            let distance = distance(letters, Array(candidate.utf8))
            let limit = max(letters.count, candidate.utf8.count, 3) / 3
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.word
    }

    /// The number of letters to put in, to leave out, to change or to swap with the next one.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var least = min(last[column] + (letter == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    least = min(least, beforeLast[column - 1] + 1)
                }
                current.append(least)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
