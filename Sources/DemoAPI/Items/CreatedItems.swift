/// What was posted: counted once for each idempotency key, as a careful API does.
struct CreatedItems {
    private(set) var count = 0
    private var skus: Set<String> = []
    private var answers: [String: Int] = [:]

    /// What became of a post.
    enum Outcome {
        case created(id: Int)
        /// The key was seen before: the answer of then.
        case replayed(id: Int)
        /// The SKU is there already.
        case conflict
    }

    /// Takes in a post.
    ///
    /// Ids begin at 100001.
    mutating func add(sku: String?, key: String?) -> Outcome {
        if let key, let id = answers[key] {
            return .replayed(id: id)
        }
        if let sku, !skus.insert(sku).inserted {
            return .conflict
        }
        count += 1
        let id = 100_000 + count
        if let key {
            answers[key] = id
        }
        return .created(id: id)
    }
}
