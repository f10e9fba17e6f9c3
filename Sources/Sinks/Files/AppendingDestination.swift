/// A destination that adds behind what is there.
protocol AppendingDestination: Destination {
    /// The beginning of what was there, up to a number of bytes.
    func head(_ count: Int) throws(SinkError) -> [UInt8]

    /// How far it is permanent; nil when nothing is added.
    var appendPoint: AppendPoint? { get }
}
