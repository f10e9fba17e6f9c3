extension StateLocation {
    /// Opens the state there; it blocks.
    ///
    /// - Parameters:
    ///   - isMade: whether it is made where it is missing; the folder of the default place too.
    ///   - folder: the state's own folder, which is made private when the file lies in it.
    /// - Returns: nil for a file that is missing and not to be made.
    public func open(isMade: Bool = true, folder: StateFolder? = nil) throws(StateError) -> (any StateStore)? {
        switch self {
        case .postgres(let url): return try PostgresState(url: url)
        case .sqlite(let path):
            if isMade, let folder, path == folder.database { try folder.make() }
            return isMade ? try SQLiteState(path: path) : try SQLiteState(existing: path)
        }
    }
}
