/// Something between the commas of a flow collection.
struct FlowItem {
    /// The key of a mapping's entry; nil in a list.
    var key: Text?
    /// The value; nil for one that is not plain text.
    var value: Text?
    /// Whether there is a `:` between key and value.
    var hasColon = true

    /// A plain scalar.
    struct Text {
        let text: String
        let source: Range<Int>
    }
}
