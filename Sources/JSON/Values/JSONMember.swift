/// A name and its value in an object.
public struct JSONMember: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value.
    public var value: JSONValue

    /// A member of an object.
    public init(name: String, value: JSONValue) {
        self.name = name
        self.value = value
    }
}
