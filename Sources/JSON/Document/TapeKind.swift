/// The kinds of tokens on a tape.
enum TapeKind: UInt64 {
    case null, `false`, `true`, number, string, array, object
}
