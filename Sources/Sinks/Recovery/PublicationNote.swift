#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif
import JSON

/// What stands in a publication's note.
struct PublicationNote {
    /// A file that is to take the place of its target.
    struct Rename {
        let staged: String
        let target: String
        /// The file that is meant: nothing else that has got its name meanwhile.
        let identity: FileIdentity
    }

    let renames: [Rename]

    init(renames: [Rename]) {
        self.renames = renames
    }

    /// What bytes say; nil when they are no note.
    init?(_ bytes: [UInt8]) {
        guard let value = try? JSONValue(parsing: bytes), value["version"]?.number?.int == 1,
            case .array(let files)? = value["files"]
        else { return nil }
        var renames: [Rename] = []
        for file in files {
            guard let staged = file["staged"]?.string, let target = file["target"]?.string,
                let device = file["device"]?.string.flatMap({ UInt64($0) }),
                let number = file["inode"]?.string.flatMap({ UInt64($0) })
            else { return nil }
            renames.append(
                Rename(staged: staged, target: target, identity: FileIdentity(device: device, number: number)))
        }
        self.renames = renames
    }

    var bytes: [UInt8] {
        let files = renames.map { rename in
            JSONValue.object([
                JSONMember(name: "staged", value: .string(rename.staged)),
                JSONMember(name: "target", value: .string(rename.target)),
                JSONMember(name: "device", value: .string(String(rename.identity.device))),
                JSONMember(name: "inode", value: .string(String(rename.identity.number))),
            ])
        }
        let note = JSONValue.object([
            JSONMember(name: "version", value: .number(JSONNumber(1))), JSONMember(name: "files", value: .array(files)),
        ])
        var bytes: [UInt8] = []
        note.write(to: &bytes)
        return bytes
    }
}

extension PublicationNote.Rename {
    /// Puts the file in its place, if it is not there yet.
    ///
    /// - Returns: whether there was something to do.
    func complete() throws(SinkError) -> Bool {
        try SinkError.wrapping(.publish, target, try rename())
    }

    private func rename() throws(SystemError) -> Bool {
        guard let status = try FileStatus.at(staged), status.kind == .file, status.identity == identity else {
            return false
        }
        #if canImport(Glibc)
            try SystemError.check { Glibc.rename(staged, target) }
        #elseif canImport(Musl)
            try SystemError.check { Musl.rename(staged, target) }
        #endif
        return true
    }
}
