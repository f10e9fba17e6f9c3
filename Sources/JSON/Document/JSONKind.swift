/// The kinds of JSON values.
public enum JSONKind: String, Sendable, Hashable {
    case null, bool, number, string, array, object
}
