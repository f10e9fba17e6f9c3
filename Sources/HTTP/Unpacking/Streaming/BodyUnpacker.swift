/// Unpacks a body piece by piece, in memory that does not depend on its length.
///
/// What is compressed is recognised by its first bytes: gzip (RFC 1952) with several members in a row, Zstandard
/// (RFC 8878), also one in the other. Anything else stays as it is.
public final class BodyUnpacker {
    /// Why a body cannot be unpacked.
    public struct Failure: Error, Sendable, Hashable {
        /// What is wrong with it.
        public let message: String
    }

    private enum Kind {
        case undecided
        case plain
        case packed(any Decompressor, inside: BodyUnpacker)
    }

    /// A file that a server compresses once more has two layers; more are somebody's joke.
    private static let standardDepth = 2
    private static let pieceSize = 128 << 10

    private let depth: Int
    private var kind = Kind.undecided
    private var input: [UInt8] = []
    private var position = 0
    private var isEnded = false

    /// Makes an unpacker for one body.
    public convenience init() {
        self.init(depth: Self.standardDepth)
    }

    private init(depth: Int) {
        self.depth = depth
        if depth == 0 { kind = .plain }
    }

    /// Adds the next bytes of the body; ``next()`` is to have returned nil before.
    public func feed(_ bytes: [UInt8]) {
        if position == input.count {
            input = bytes
        } else {
            input = Array(input[position...]) + bytes
        }
        position = 0
    }

    /// Says that there are no more bytes; what is left comes from ``next()``.
    public func end() {
        isEnded = true
    }

    /// The next unpacked bytes, at most some hundred KiB, or as many as were fed of a body that is not compressed.
    ///
    /// - Returns: nil when more bytes are needed, and at the end.
    /// - Throws: that the body is damaged, or ended before its end.
    public func next() throws(Failure) -> [UInt8]? {
        switch kind {
        case .undecided:
            guard isEnded || input.count >= CompressedFormat.signatureLength else { return nil }
            try decide()
            return try next()
        case .plain:
            guard position < input.count else { return nil }
            defer { (input, position) = ([], 0) }
            return position == 0 ? input : Array(input[position...])
        case .packed(let decompressor, let inside):
            while true {
                if let piece = try inside.next() { return piece }
                guard let piece = try piece(of: decompressor) else {
                    guard isEnded, !inside.isEnded else { return nil }
                    guard decompressor.isAtEnd else { throw Failure(message: "it ends before its end") }
                    inside.end()
                    continue
                }
                inside.feed(piece)
            }
        }
    }

    private func decide() throws(Failure) {
        guard let format = CompressedFormat(signatureOf: input) else {
            kind = .plain
            return
        }
        guard let decompressor = format.decompressor() else { throw Failure(message: "there is no memory to be had") }
        kind = .packed(decompressor, inside: BodyUnpacker(depth: depth - 1))
    }

    /// The next bytes of this layer; nil when its input is used up.
    private func piece(of decompressor: any Decompressor) throws(Failure) -> [UInt8]? {
        while position < input.count || decompressor.hasMore {
            let before = position
            var used = 0
            var failure: UnpackingFailure?
            let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { output, count in
                input.withUnsafeBytes { input in
                    do throws(UnpackingFailure) {
                        (used, count) = try decompressor.decompress(
                            UnsafeRawBufferPointer(rebasing: input[before...]), into: output)
                    } catch {
                        failure = error
                    }
                }
            }
            guard failure == nil else { throw Failure(message: "what is compressed is damaged") }
            position += used
            if !piece.isEmpty { return piece }
            guard used > 0 else { return nil }
        }
        return nil
    }
}
