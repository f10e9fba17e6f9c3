import Auth
import HTTP
import JobFile
import Secrets
import Sinks
import Template

/// What all calls of a run share.
struct RunContext: Sendable {
    let job: Job
    let facts: RunFacts
    let functions: TemplateFunctions
    let client: RunClient
    let outputs: OutputStore
    let outputFolder: OutputFolder
    /// The folder that the files of request bodies and loops start from: the current one.
    let workingFolder: String
    /// Where records are put aside for later calls.
    let temporaryFolder: String
    let redactor: Redactor
    let observer: any RunObserver
    /// What calls remember from one run to the next.
    var memory: any CallMemory = NoMemory()
    /// How its calls go on where the last run ended.
    var sync = RunSync()
}

extension RunContext {
    /// The context of a run, with outputs and a client of its own.
    init(_ loaded: LoadedJob, facts: RunFacts, settings: RunSettings, outputs: OutputStore = OutputStore()) {
        self.init(
            job: loaded.job, facts: facts, functions: loaded.functions,
            client: RunClient(job: loaded, settings: settings),
            outputs: outputs, outputFolder: OutputFolder(settings.outputFolder),
            workingFolder: settings.workingFolder, temporaryFolder: settings.temporaryFolder,
            redactor: settings.redactor, observer: settings.observer)
    }

    /// Gives back what the client holds, and says what went wrong with it.
    func finish(into result: inout RunResult) async {
        await client.finish()
        result.warnings += client.tokenWarnings
    }
}
