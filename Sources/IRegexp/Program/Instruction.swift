/// A step of a compiled pattern; targets are indices of instructions.
enum Instruction: Sendable {
    /// Consumes a scalar that is in the class with this index, then goes on with the next instruction.
    case scalar(classIndex: Int)
    /// Goes on with both targets; the first is preferred.
    case split(Int, Int)
    case jump(Int)
    /// Goes on with the next instruction where the assertion holds.
    case assertion(Assertion)
    /// Stores the place in a capture slot.
    case save(slot: Int)
    case match
}
