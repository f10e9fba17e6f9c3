/// How the values of a watermark are compared: `type`.
public enum WatermarkType: String, Sendable, Hashable, CaseIterable {
    /// As points in time, whatever their spelling.
    case time
    /// As whole numbers, however long.
    case integer
    /// As text, byte by byte.
    case text
}
