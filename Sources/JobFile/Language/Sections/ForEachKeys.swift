/// The keys of `for_each`.
enum ForEachKeys {
    static let input = Key(
        "in", LoopInputShape.input, .call, required: true,
        doc: "The items: a list, an earlier call's records, or the rows of a file.", example: "${calls.orders.records}")
    static let itemName = Key(
        "as", .plain(.name), standard: "item", doc: "The name under which templates see the item.", example: "order")
    static let key = Key(
        "key", .template, .item, doc: "What messages and reports call an item.", example: "order ${order.id}")
    static let distinct = Key(
        "distinct", .template, .item, doc: "A value by which later items that have it too are left out.",
        example: "${order.customer_id}")
    static let concurrency = Key(
        "concurrency", .loaded(.integer(1...1000)), .load, standard: "1",
        doc: "How many items are worked on at the same time; the output keeps the order of the items.", example: "8")
    static let batch = Key(
        "batch", .loaded(.integer(1...100_000)), .load,
        doc: "How many items make one call together; the item is then a list.", example: "100")
    static let onError = Key(
        "on_error", .plain(ScalarReader<ErrorHandling>.word), standard: "fail",
        doc: "What a failed item does: fail ends the loop; continue goes on, and the call still fails at the end.",
        example: "continue")
    static let failed = Key(
        "failed", .template(.path), .call, public: true, doc: "The file that gets the items that were not done.",
        example: "not-done.jsonl")

    static let section = Section(
        "for_each", noun: "for_each", title: "For each",
        doc: "The call is made for each item. A list, or a template that gives one, is short for `{in: …}`.",
        keys: [input, itemName, key, distinct, concurrency, batch, onError, failed],
        example: """
            for_each: {in: "${calls.orders.records}", as: order, distinct: "${order.customer_id}", concurrency: 8}
            """)
}
