import Diagnostics
import JobFile
import Secrets
import Template

/// What checking and loading a job gives.
struct Loaded {
    var job: Job?
    var diagnostics: [Diagnostic]

    var codes: [String] { diagnostics.map(\.code.rawValue) }
}

/// Checks a job.
func check(
    _ file: SourceFile, including files: [SourceFile] = [], environment: Set<String>? = nil
) -> (file: JobFile?, diagnostics: [Diagnostic]) {
    var diagnostics = DiagnosticList()
    let job = JobFile.check(
        file, loader: MemoryLoader(files: files), environment: environment, diagnostics: &diagnostics)
    return (job, diagnostics.sorted())
}

/// Checks and loads a job.
func load(
    _ text: String, including files: [SourceFile] = [], environment: [String: String] = [:],
    inputs: [(name: String, value: String)] = [], secrets: [String: String] = [:], name: String = "job.yaml"
) -> Loaded {
    let checked = check(SourceFile(name: name, text: text), including: files)
    guard let file = checked.file else { return Loaded(job: nil, diagnostics: checked.diagnostics) }
    var diagnostics = DiagnosticList()
    let job = file.job(
        environment: environment, inputs: inputs, secrets: secrets.mapValues { Secret($0) },
        functions: testFunctions, diagnostics: &diagnostics)
    return Loaded(job: job, diagnostics: checked.diagnostics + diagnostics.sorted())
}

/// Functions of templates with nothing behind them.
let testFunctions = TemplateFunctions(
    now: { 1_700_000_000 }, uuid: { "00000000-0000-4000-8000-000000000000" },
    read: { path throws(TemplateError) in throw TemplateError(message: "no file \(path)") },
    zoneFile: { $0 == "Europe/Vienna" || $0 == "UTC" ? TestZone.bytes : nil })
