import Testing

@testable import Engine

@Suite struct CacheFolderTests {
    @Test(arguments: [
        (["XDG_CACHE_HOME": "/cache", "HOME": "/home/me"], "/cache/errand/tokens"),
        (["HOME": "/home/me"], "/home/me/.cache/errand/tokens"),
        (["XDG_CACHE_HOME": "cache", "HOME": "/home/me"], "/home/me/.cache/errand/tokens"),
        (["XDG_CACHE_HOME": "", "HOME": "/home/me"], "/home/me/.cache/errand/tokens"),
        (["HOME": "me"], nil), ([:], nil),
    ])
    func isThatOfTheSpecification(environment: [String: String], path: String?) {
        #expect(CacheFolder.tokens(environment: environment) == path)
    }
}
