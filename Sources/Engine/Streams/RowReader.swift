import HTTP
import JSON
import JobFile

/// Reads the records of a body while it comes: unpacks it, and cuts it into batches.
///
/// Its work blocks, so it runs outside the cooperative pool.
actor RowReader {
    /// Why there are no more records.
    enum Failure: Error {
        /// A line of the body is broken.
        case row(String)
        /// The body cannot be unpacked.
        case packed(String)
        /// More came of it than is allowed.
        case tooLarge(limit: Int)
        /// What was put aside cannot be read.
        case file(String)
    }

    private nonisolated let executor = BlockingExecutor(label: "errand.stream")
    private let spool: TransferSpool
    /// The most bytes, unpacked.
    private let limit: Int
    private let unpacker = BodyUnpacker()
    private var rows: any RowBatches
    private var length = 0
    /// Whether all of the body came.
    private var isWhole = false
    private var isEnded = false

    init(_ spool: TransferSpool, format: ResponseFormat, limit: Int) {
        self.spool = spool
        self.limit = limit
        rows = format == .csv ? CSVBatches() : JSONLinesBatches()
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// The next records; nil at the end, and when the transfer broke off, which says why itself.
    func next() async throws(Failure) -> [JSONNode]? {
        while true {
            do throws(RowFile.Failure) {
                if let batch = try rows.next() { return batch }
            } catch {
                throw .row(error.message)
            }
            if isEnded { return nil }
            if let bytes = try unpacked() {
                length += bytes.count
                guard length <= limit else { throw .tooLarge(limit: limit) }
                rows.feed(bytes)
                continue
            }
            if isWhole {
                rows.end()
                isEnded = true
                continue
            }
            guard let part = try await part() else { return nil }
            if part.isEmpty {
                unpacker.end()
                isWhole = true
            } else {
                unpacker.feed(part)
            }
        }
    }

    private func unpacked() throws(Failure) -> [UInt8]? {
        do throws(BodyUnpacker.Failure) {
            return try unpacker.next()
        } catch {
            throw .packed(error.message)
        }
    }

    /// The next bytes of the body, none at its end; nil when it broke off.
    private func part() async throws(Failure) -> [UInt8]? {
        do throws(UnnamedFile.Failure) {
            switch try await spool.next() {
            case .bytes(let bytes): return bytes
            case .end: return []
            case .broken: return nil
            }
        } catch {
            throw .file(error.description)
        }
    }
}
