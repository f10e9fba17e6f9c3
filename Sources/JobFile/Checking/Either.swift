/// A value of one of two types: the short and the long form of a key.
enum Either<Short: Sendable, Long: Sendable>: Sendable {
    case short(Short)
    case long(Long)
}
