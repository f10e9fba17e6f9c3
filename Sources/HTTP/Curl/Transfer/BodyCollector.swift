/// Takes in the decoded body of an answer, up to its limit.
struct BodyCollector: Sendable {
    /// What became of bytes that came.
    enum Outcome {
        case taken
        /// There is enough of it, and the rest is of no interest.
        case enough
        case failed(TransferError.Kind, String)
    }

    /// How much is kept of a body that is not what the writer is for.
    private static let excerptLimit = 1 << 20
    /// The most memory that a server's word alone is taken for.
    private static let trustedLength = 8 << 20

    private let destination: BodyDestination
    private var writer: (any BodyWriter)?
    private var isExcerpt = false
    private var hasBegun = false
    private var bytes: [UInt8] = []
    /// How many bytes have come.
    private(set) var length = 0

    init(_ destination: BodyDestination) {
        self.destination = destination
    }

    /// Takes the next bytes of a body.
    mutating func append(_ new: UnsafeRawBufferPointer, of head: ResponseHead) -> Outcome {
        if case .failed(let kind, let message) = begin(head) { return .failed(kind, message) }
        if isExcerpt {
            bytes.append(contentsOf: new.prefix(Self.excerptLimit - length))
            length = bytes.count
            return length == Self.excerptLimit ? .enough : .taken
        }
        guard length + new.count <= limit else {
            return .failed(.bodyTooLarge(limit: limit), "the body is larger than \(ByteCount.text(limit))")
        }
        length += new.count
        guard let writer else {
            bytes.append(contentsOf: new)
            return .taken
        }
        return Self.writing { try writer.write(new) }
    }

    /// Ends the body; one that has no bytes reaches its writer too.
    mutating func end(of head: ResponseHead) -> Outcome {
        begin(head)
    }

    /// The body, which is gone from here.
    mutating func takeBytes() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    private var limit: Int {
        switch destination {
        case .memory(let limit), .writer(_, let limit): limit
        }
    }

    private mutating func begin(_ head: ResponseHead) -> Outcome {
        guard !hasBegun else { return .taken }
        hasBegun = true
        guard case .writer(let writer, _) = destination else {
            reserve(head)
            return .taken
        }
        guard 200...299 ~= head.status else {
            isExcerpt = true
            return .taken
        }
        self.writer = writer
        return Self.writing { try writer.begin(BodyHead(status: head.status, headers: head.headers)) }
    }

    private mutating func reserve(_ head: ResponseHead) {
        guard !head.headers.contains("Content-Encoding"),
            let length = head.headers.first("Content-Length").flatMap({ Int($0) }), length > 0
        else { return }
        bytes.reserveCapacity(min(length, limit, Self.trustedLength))
    }

    private static func writing(_ operation: () throws -> Void) -> Outcome {
        do {
            try operation()
            return .taken
        } catch let refusal as BodyRefusal {
            return .failed(refusal.kind, refusal.message)
        } catch {
            return .failed(.writer("\(error)"), "the body could not be written: \(error)")
        }
    }
}
