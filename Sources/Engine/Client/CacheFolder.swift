/// Where what runs share is kept.
enum CacheFolder {
    /// The folder for tokens, by the XDG base directory specification; nil where the environment names none.
    ///
    /// A relative `XDG_CACHE_HOME` is passed over, as the specification asks.
    static func tokens(environment: [String: String]) -> String? {
        for (name, ending) in [("XDG_CACHE_HOME", ""), ("HOME", "/.cache")] {
            guard let folder = environment[name], folder.hasPrefix("/") else { continue }
            return "\(folder)\(ending)/errand/tokens"
        }
        return nil
    }
}
