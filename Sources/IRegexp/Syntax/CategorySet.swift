/// A set of Unicode general categories.
struct CategorySet: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    /// Every general category.
    static let all = CategorySet(rawValue: (1 << UInt32(letters.count)) - 1)

    /// The categories in the order of their bits, by the two letters of the Unicode standard.
    ///
    /// `Cs` stands among them although no Swift text can hold a surrogate: the complement of a category has to be
    /// closed.
    private static let letters: [String] = [
        "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po",
        "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Cn",
    ]

    /// The categories that a property names as in `\p{…}`: `Lu`, or `L` for all kinds of letters.
    ///
    /// Nil for a name that RFC 9485 does not have (which includes `Cs`).
    static func named(_ name: String) -> CategorySet? {
        guard name != "Cs", name.utf8.count == 1 || name.utf8.count == 2 else { return nil }
        var set = CategorySet()
        for (index, letters) in letters.enumerated() where letters.hasPrefix(name) {
            set.insert(CategorySet(rawValue: 1 << UInt32(index)))
        }
        return set.isEmpty ? nil : set
    }

    /// The categories that are not in the set.
    var complement: CategorySet { Self.all.subtracting(self) }

    func contains(_ category: Unicode.GeneralCategory) -> Bool {
        rawValue & (1 << Self.bit(of: category)) != 0
    }

    private static func bit(of category: Unicode.GeneralCategory) -> UInt32 {
        switch category {
        case .uppercaseLetter: 0
        case .lowercaseLetter: 1
        case .titlecaseLetter: 2
        case .modifierLetter: 3
        case .otherLetter: 4
        case .nonspacingMark: 5
        case .spacingMark: 6
        case .enclosingMark: 7
        case .decimalNumber: 8
        case .letterNumber: 9
        case .otherNumber: 10
        case .connectorPunctuation: 11
        case .dashPunctuation: 12
        case .openPunctuation: 13
        case .closePunctuation: 14
        case .initialPunctuation: 15
        case .finalPunctuation: 16
        case .otherPunctuation: 17
        case .mathSymbol: 18
        case .currencySymbol: 19
        case .modifierSymbol: 20
        case .otherSymbol: 21
        case .spaceSeparator: 22
        case .lineSeparator: 23
        case .paragraphSeparator: 24
        case .control: 25
        case .format: 26
        case .surrogate: 27
        case .privateUse: 28
        case .unassigned: 29
        @unknown default: 29
        }
    }
}
