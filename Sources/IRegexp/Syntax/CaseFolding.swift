/// Case mappings from one scalar to one scalar.
enum CaseFolding {
    /// The lower case of a scalar that has one of its own.
    static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        single(scalar.properties.lowercaseMapping)
    }

    /// The upper case of a scalar that has one of its own.
    static func upper(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        single(scalar.properties.uppercaseMapping)
    }

    private static func single(_ text: String) -> Unicode.Scalar? {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, scalars.count == 1 else { return nil }
        return first
    }
}
