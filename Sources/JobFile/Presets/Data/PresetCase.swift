/// Keys that a preset fills in where another key is there, or has a certain value.
struct PresetCase: Sendable {
    /// The other key.
    let key: String
    /// Its value; nil for any.
    let value: String?
    /// The kind of source that it becomes then; nil for no other.
    let type: String?
    /// What is needed then besides.
    let parameters: [PresetParameter]
    /// The keys that are filled in, on top of the others.
    let defaults: String

    init(
        when key: String, is value: String? = nil, type: String? = nil, parameters: [PresetParameter] = [],
        defaults: String
    ) {
        self.key = key
        self.value = value
        self.type = type
        self.parameters = parameters
        self.defaults = defaults
    }
}
