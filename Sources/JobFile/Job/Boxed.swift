/// A part of a value in a box of its own, so that copying the whole costs a reference for it, however large it is.
///
/// The compiler writes out the copying of a large struct in each type that holds one; this keeps the binary small.
@propertyWrapper
public struct Boxed<Value: Sendable>: Sendable {
    private indirect enum Storage: Sendable {
        case value(Value)
    }

    private var storage: Storage

    /// Puts a value into a box.
    public init(wrappedValue: Value) {
        storage = .value(wrappedValue)
    }

    /// The value.
    public var wrappedValue: Value {
        get {
            switch storage {
            case .value(let value): value
            }
        }
        set { storage = .value(newValue) }
    }
}
