/// Why a body is not taken, other than that it cannot be written.
struct BodyRefusal: Error {
    let kind: TransferError.Kind
    let message: String
}
