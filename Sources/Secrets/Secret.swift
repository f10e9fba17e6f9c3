/// A text that must not be shown: it prints as `***` however it is printed.
public struct Secret: Sendable, Hashable {
    private let text: String

    /// A secret of this text.
    public init(_ text: String) {
        self.text = text
    }

    /// The text itself, for the one place that sends it or checks it.
    public func reveal() -> String { text }

    /// Whether there is no text at all.
    public var isEmpty: Bool { text.isEmpty }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// `***`.
    public var description: String { Redactor.mask }
    /// `***`.
    public var debugDescription: String { Redactor.mask }
    /// Nothing: a dump shows no part of it.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
