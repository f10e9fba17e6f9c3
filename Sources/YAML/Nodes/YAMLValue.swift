/// What a scalar stands for; numbers keep their spelling.
///
/// `007` is an integer spelled `007`, and `1.10` a float spelled `1.10`: whoever wants text takes the spelling, whoever
/// wants a number the value. An integer may also be spelled `+7`, `0x1F` or `0o17`, a float `.5`, `1e3`, `-.inf`, `.NaN`.
public enum YAMLValue: Sendable, Hashable {
    /// `null`, `~` or nothing at all.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// An integer, as spelled.
    case integer(String)
    /// A float, as spelled.
    case float(String)
    /// Text: everything else, so also `yes`, `no`, `on` and `off`.
    case string(String)
}
