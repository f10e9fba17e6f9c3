import Foundation
import Testing

/// What the script says about the PostgreSQL that it started.
struct Postgres: Decodable, Sendable {
    /// Of the user `errand`, who may do anything; its password has characters that are percent-encoded in it.
    var url: String
    var user: String
    var password: String
    var host: String
    var port: Int
    var database: String
    /// The authority of its certificate, a file.
    var ca: String
    /// The folder of its programs.
    var programs: String

    /// The one of this run.
    static let server = RealServer<Postgres>("postgres")

    /// The URL with a schema of a test's own, which has to be made: names without a schema are looked up in it alone.
    ///
    /// - Parameter name: of small letters, digits and `_`.
    func url(schema name: String) -> String {
        url + "?options=-csearch_path%3D\(name)"
    }
}
