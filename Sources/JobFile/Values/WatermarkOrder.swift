/// In which order records come: `order`.
enum WatermarkOrder: String, Sendable, Hashable, CaseIterable {
    /// The least value of the field first.
    case ascending
    /// In any.
    case any
}
