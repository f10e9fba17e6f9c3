/// What a column holds: that of its table, or what is known of it from the records.
enum StoredType {
    case boolean, integer, number, text, json
    /// Anything, as far as can be seen from here.
    case any

    init(_ type: ColumnType) {
        self =
            switch type {
            case .boolean: .boolean
            case .integer: .integer
            case .number: .number
            case .text: .text
            case .json: .json
            }
    }

    /// What it is called in a message.
    var noun: String {
        switch self {
        case .boolean: "of true and false"
        case .integer: "of whole numbers"
        case .number: "of numbers"
        case .text: "of text"
        case .json: "of JSON"
        case .any: "of anything"
        }
    }
}
