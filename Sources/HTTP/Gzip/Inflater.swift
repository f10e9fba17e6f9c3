/// Takes "deflate" apart, RFC 1951.
struct Inflater {
    /// Why it cannot be taken apart.
    enum Failure: Error {
        case broken
        case tooLarge
    }

    private static let lengthBases = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    private static let lengthBits = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let distanceBases = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145, 8193, 12289, 16385, 24577,
    ]
    private static let codeLengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    private static let fixedLengths =
        [UInt8](repeating: 8, count: 144) + [UInt8](repeating: 9, count: 112) + [UInt8](repeating: 7, count: 24)
        + [UInt8](repeating: 8, count: 8)

    private(set) var reader: BitReader
    private(set) var output: [UInt8]
    private let limit: Int
    /// Where this stream's output begins: what is before belongs to another.
    private let start: Int

    /// Makes one that adds to an output of at most so many bytes.
    init(_ reader: BitReader, output: consuming [UInt8], limit: Int) {
        self.reader = reader
        self.limit = limit
        start = output.count
        self.output = output
    }

    /// Takes all blocks apart.
    mutating func run() throws(Failure) {
        var isLast = false
        while !isLast {
            isLast = try bits(1) == 1
            switch try bits(2) {
            case 0: try copyStored()
            case 1: try inflate(try table(Self.fixedLengths), try table([UInt8](repeating: 5, count: 30)))
            case 2: try inflateDynamic()
            default: throw .broken
            }
        }
    }

    private mutating func copyStored() throws(Failure) {
        guard let header = reader.readBytes(4) else { throw .broken }
        let length = Int(header[0]) | Int(header[1]) << 8
        guard length ^ 0xFFFF == Int(header[2]) | Int(header[3]) << 8, let bytes = reader.readBytes(length) else {
            throw .broken
        }
        try room(for: length)
        output.append(contentsOf: bytes)
    }

    private mutating func inflateDynamic() throws(Failure) {
        let literals = try bits(5) + 257
        let distances = try bits(5) + 1
        var order = [UInt8](repeating: 0, count: 19)
        for place in Self.codeLengthOrder.prefix(try bits(4) + 4) { order[place] = UInt8(try bits(3)) }
        let code = try table(order)
        var lengths: [UInt8] = []
        while lengths.count < literals + distances {
            switch try symbol(code) {
            case 16:
                guard let last = lengths.last else { throw .broken }
                lengths += [UInt8](repeating: last, count: try bits(2) + 3)
            case 17: lengths += [UInt8](repeating: 0, count: try bits(3) + 3)
            case 18: lengths += [UInt8](repeating: 0, count: try bits(7) + 11)
            case let length: lengths.append(UInt8(length))
            }
        }
        guard lengths.count == literals + distances else { throw .broken }
        // Without any distance there are only literals.
        try inflate(try table(lengths[..<literals]), HuffmanTable(lengths: lengths[literals...]))
    }

    private mutating func inflate(_ literals: HuffmanTable, _ distances: HuffmanTable?) throws(Failure) {
        while true {
            let symbol = try symbol(literals)
            if symbol < 256 {
                try room(for: 1)
                output.append(UInt8(symbol))
            } else if symbol == 256 {
                return
            } else {
                try copy(symbol - 257, distances)
            }
        }
    }

    private mutating func copy(_ code: Int, _ distances: HuffmanTable?) throws(Failure) {
        guard code < Self.lengthBases.count, let distances else { throw .broken }
        let length = Self.lengthBases[code] + (try bits(Self.lengthBits[code]))
        let symbol = try symbol(distances)
        guard symbol < Self.distanceBases.count else { throw .broken }
        let distance = Self.distanceBases[symbol] + (try bits(max(0, symbol / 2 - 1)))
        guard distance <= output.count - start else { throw .broken }
        try room(for: length)
        // What is copied may overlap what it makes.
        for _ in 0..<length { output.append(output[output.count - distance]) }
    }

    private func room(for count: Int) throws(Failure) {
        guard output.count + count <= limit else { throw .tooLarge }
    }

    private mutating func bits(_ count: Int) throws(Failure) -> Int {
        guard let value = reader.read(count) else { throw .broken }
        return value
    }

    private mutating func symbol(_ table: HuffmanTable) throws(Failure) -> Int {
        guard let symbol = table.read(&reader) else { throw .broken }
        return symbol
    }

    private func table(_ lengths: some Collection<UInt8>) throws(Failure) -> HuffmanTable {
        guard let table = HuffmanTable(lengths: lengths) else { throw .broken }
        return table
    }
}
