/// Finds the word that was probably meant.
public enum Suggestion {
    /// Longer words are not compared: nobody misspells one of ours at such length.
    private static let longestWord = 64

    /// The candidate nearest to a word, or nil when none is near enough.
    ///
    /// Taken is, in this order: one that differs only in case or in `-`, `_`, `.` and spaces (`baseUrl`, `base_url`);
    /// the one with the fewest insertions, deletions, substitutions and swaps of neighbours, at most a third of the
    /// longer word's length; the only one that the word begins, or that begins the word (3 letters and more). Of equally
    /// near ones the first counts. A candidate equal to the word is not a suggestion and is passed over.
    public static func nearest(_ word: String, in candidates: [String]) -> String? {
        let candidates = candidates.filter { $0 != word }
        let folded = fold(word)
        guard !folded.isEmpty, folded.count <= longestWord else { return nil }

        if let same = candidates.first(where: { fold($0) == folded }) { return same }

        var best: (word: String, distance: Int)?
        for candidate in candidates {
            let other = fold(candidate)
            guard !other.isEmpty, other.count <= longestWord else { continue }
            let length = max(folded.count, other.count)
            let cutOff = max(length, 3) / 3
            guard cutOff < length, abs(folded.count - other.count) <= cutOff else { continue }
            let distance = editDistance(folded, other)
            if distance <= cutOff, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        if let best { return best.word }

        let beginnings = candidates.filter { candidate in
            let other = fold(candidate)
            return min(folded.count, other.count) >= 3 && (other.starts(with: folded) || folded.starts(with: other))
        }
        return beginnings.count == 1 ? beginnings.first : nil
    }

    private static func fold(_ word: String) -> [Unicode.Scalar] {
        // The bound keeps a hostile word of a megabyte from being folded for every candidate.
        word.unicodeScalars.prefix(longestWord * 2).flatMap { scalar -> [Unicode.Scalar] in
            switch scalar {
            case "-", "_", ".", " ": []
            default: Array(scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
    }

    /// The optimal string alignment distance: Damerau-Levenshtein where no part is edited twice.
    private static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, leftScalar) in left.enumerated() {
            var current = [row + 1]
            current.reserveCapacity(right.count + 1)
            for (column, rightScalar) in right.enumerated() {
                var cost = min(last[column + 1] + 1, current[column] + 1)
                cost = min(cost, last[column] + (leftScalar == rightScalar ? 0 : 1))
                if row > 0, column > 0, leftScalar == right[column - 1], left[row - 1] == rightScalar {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
