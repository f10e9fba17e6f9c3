/// Writes the records of `/items` as bytes, about 300 each, from nothing but their number.
///
/// Numbers have spellings of their own (`1.10`, `12345678901234560001`, `2e3`), text is not only ASCII, values nest.
struct ItemWriter {
    private(set) var bytes: [UInt8] = []

    private static let names = [
        "Kettle", "Gießkanne", "Théière", "急須", "Чайник", "Tea \\\"Duo\\\"", "Pot 🫖", "Jug\\u00e9",
    ]
    .map { Array($0.utf8) }
    private static let prices = ["1.10", "24.50", "3", "0.99", "2e3", "10.00", "7.250"].map { Array($0.utf8) }
    private static let regions = ["eu", "us", "apac"].map { Array($0.utf8) }
    private static let notes = ["null", "\"\"", "\"ships in two boxes, see the label\"", "null"].map { Array($0.utf8) }

    /// Parts that do not change, made into bytes once.
    private enum Part {
        static let id = Array("{\"id\":".utf8)
        static let sku = Array(",\"sku\":\"SKU-".utf8)
        static let name = Array("\",\"name\":\"".utf8)
        static let active = Array("\",\"active\":true,\"price\":".utf8)
        static let inactive = Array("\",\"active\":false,\"price\":".utf8)
        static let serial = Array(",\"serial\":1234567890123456".utf8)
        static let customer = Array(",\"customer\":{\"id\":".utf8)
        static let region = Array(",\"region\":\"".utf8)
        static let lines = Array("\",\"vip\":false},\"tags\":[\"new\",\"tea\"],\"lines\":[{\"sku\":\"A-".utf8)
        static let line = Array("\",\"qty\":2},{\"sku\":\"B-".utf8)
        static let updated = Array("\",\"qty\":1}],\"updated_at\":\"".utf8)
        static let note = Array("\",\"note\":".utf8)
    }

    mutating func reserve(_ records: Int) {
        bytes.reserveCapacity(bytes.count + records * 320 + 256)
    }

    mutating func append(_ text: some StringProtocol) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Appends the records `first ..< end`, a comma between them.
    mutating func append(records range: Range<Int>) {
        for id in range {
            if id > range.lowerBound { bytes.append(UInt8(ascii: ",")) }
            append(record: id)
        }
    }

    /// Appends one record; `extra` goes before the closing brace.
    mutating func append(record id: Int, extra: String = "") {
        bytes.append(contentsOf: Part.id)
        append(number: id)
        bytes.append(contentsOf: Part.sku)
        append(number: id, width: 7)
        bytes.append(contentsOf: Part.name)
        bytes.append(contentsOf: Self.names[id % Self.names.count])
        bytes.append(contentsOf: id % 3 == 0 ? Part.inactive : Part.active)
        bytes.append(contentsOf: Self.prices[id % Self.prices.count])
        bytes.append(contentsOf: Part.serial)
        append(number: id % 10_000, width: 4)
        bytes.append(contentsOf: Part.customer)
        append(number: id % 50 + 1)
        bytes.append(contentsOf: Part.region)
        bytes.append(contentsOf: Self.regions[id % Self.regions.count])
        bytes.append(contentsOf: Part.lines)
        append(number: id % 97)
        bytes.append(contentsOf: Part.line)
        append(number: id % 89)
        bytes.append(contentsOf: Part.updated)
        append(minute: id)
        bytes.append(contentsOf: Part.note)
        bytes.append(contentsOf: Self.notes[id % Self.notes.count])
        append(extra)
        bytes.append(UInt8(ascii: "}"))
    }

    /// Appends a number that is not negative, filled up with zeros to `width`.
    mutating func append(number: Int, width: Int = 1) {
        let start = bytes.count
        var rest = number
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        while bytes.count - start < width {
            bytes.append(UInt8(ascii: "0"))
        }
        bytes[start...].reverse()
    }

    /// Appends the instant `minute` minutes into 2024, in UTC.
    private mutating func append(minute: Int) {
        // Days to a date by the proleptic Gregorian calendar, counted from 0000-03-01.
        let days = minute / 1440 + 19723 + 719_468
        let era = days / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        append(number: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), width: 4)
        bytes.append(UInt8(ascii: "-"))
        append(number: month, width: 2)
        bytes.append(UInt8(ascii: "-"))
        append(number: dayOfYear - (153 * shifted + 2) / 5 + 1, width: 2)
        bytes.append(UInt8(ascii: "T"))
        append(number: minute / 60 % 24, width: 2)
        bytes.append(UInt8(ascii: ":"))
        append(number: minute % 60, width: 2)
        append(":00Z")
    }
}
