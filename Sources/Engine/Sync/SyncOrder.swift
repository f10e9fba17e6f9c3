import State

/// How positions of a call are ordered, and where a run that goes on from one begins.
struct SyncOrder: Sendable {
    let kind: WatermarkValue.Kind
    /// Where a run begins.
    let boundary: @Sendable (WatermarkValue) -> WatermarkValue

    func rank(_ position: CallPosition) -> WatermarkValue? {
        let values = [position.watermark, position.windowEnd].compactMap { WatermarkValue(kept: $0, kind: kind) }
        return values.max()
    }

    func floor(_ position: CallPosition?) -> Int64? {
        position.flatMap(rank).map { boundary($0).orderKey }
    }
}
