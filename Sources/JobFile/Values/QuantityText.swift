/// A number with a unit behind it.
enum QuantityText {
    /// The whole number and the unit, which may be empty; nil when the text does not begin with such a number.
    static func split(_ text: String) -> (number: Int, unit: Substring)? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits) else { return nil }
        return (number, text[digits.endIndex...])
    }
}
