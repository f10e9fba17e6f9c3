import FoundationEssentials
import HTTP
import JobFile
import Template

extension TemplateFunctions {
    /// The functions with the clock, the files and the random numbers of this machine.
    ///
    /// - Parameters:
    ///   - folder: what `read` starts from: the job file's folder.
    ///   - timeZone: the job's own, where it has one.
    static func system(clock: any HTTPClock, folder: String, timeZone: String? = nil) -> TemplateFunctions {
        var functions = TemplateFunctions(
            now: { clock.wallClock() },
            uuid: { UUID().uuidString.lowercased() },
            read: { path throws(TemplateError) in try text(ofFile: FilePath.resolve(path, in: folder)) },
            zoneFile: ZoneFile.read,
            timeZone: timeZone)
        functions.keyFingerprint = TemplateFunctions.fingerprint(ofKey:)
        return functions
    }

    /// The largest file that `read` takes, in bytes.
    private static let readLimit = 16 << 20

    private static func text(ofFile path: String) throws(TemplateError) -> String {
        let bytes: [UInt8]
        do throws(FileReader.Failure) {
            bytes = try FileReader.read(path: path, limit: readLimit)
        } catch {
            throw TemplateError(message: "the file '\(path)' cannot be read: \(error.message)")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw TemplateError(message: "the file '\(path)' is not UTF-8 text")
        }
        return text
    }
}
