internal import Diagnostics
internal import JSON
internal import Secrets
internal import Template

/// Makes the job of a checked job file, once the values from outside are there.
struct JobLowering {
    let job: CheckedJob
    private var loader: Loader

    init(job: CheckedJob, environment: [String: String], secrets: [String: Secret], functions: TemplateFunctions) {
        self.job = job
        var functions = functions
        functions.keyFingerprint = TemplateFunctions.fingerprint(ofKey:)
        loader = Loader(scope: LoadScope(environment: environment, secrets: secrets, functions: functions))
    }

    /// The job; nil when there is an error.
    mutating func lower(
        inputs given: [(name: String, value: String)], declarations: [InputDeclaration],
        diagnostics: inout DiagnosticList
    ) -> Job? {
        loader.scope.inputs = InputLowering.values(given, for: declarations, with: &loader)
        let options = lowerOptions()
        lowerVars()
        let name = lowerName()
        let usedMembers = job.usedMembers
        let calls = job.calls.compactMap { lower($0, options, usedMembers) }
        let finalCalls = job.finalCalls.compactMap { lower($0, options, usedMembers) }
        let tokenCalls = job.tokenCalls.compactMap { lower($0, options, usedMembers) }
        let origins = Self.origins(of: calls + finalCalls + tokenCalls)
        let callsBySource = Dictionary(tokenCalls.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let sources = job.shared.auth.compactMap { source in
            let name = SharedDeclarations.name(of: source)
            return TokenSourceLowering(
                section: source, file: job.source, origins: origins[name] ?? [], call: callsBySource[name],
                allowHTTP: options.allowHTTP
            ).source(with: &loader)
        }
        diagnostics.add(contentsOf: loader.diagnostics.all)
        guard !loader.diagnostics.hasErrors, let name else { return nil }
        return Job(
            name: name,
            summary: job.root[JobKeys.description]?.value,
            source: job.source,
            values: JobValues(
                environment: loader.scope.environment, inputs: loader.scope.inputs, secrets: loader.scope.secrets,
                vars: loader.scope.vars, unsteadyVars: VariableGraph(job.shared.vars).unsteady),
            tokenSources: sources,
            options: options,
            calls: calls,
            finalCalls: finalCalls)
    }

    private mutating func lower(_ call: CheckedCall, _ options: RunOptions, _ usedMembers: Set<[String]>) -> Call? {
        CallLowering(job: job, call: call, allowHTTP: options.allowHTTP, usedMembers: usedMembers).lower(with: &loader)
    }

    private mutating func lowerOptions() -> RunOptions {
        guard let section = job.shared.options else { return RunOptions() }
        let timeZone = loader.located(section[OptionsKeys.timezone])
        if let timeZone { loader.use(timeZone: timeZone) }
        return RunOptions(
            deadline: loader.value(section[OptionsKeys.deadline]), timeZone: timeZone?.value,
            allowHTTP: loader.value(section[OptionsKeys.allowHTTP]) ?? false,
            lock: loader.value(section[OptionsKeys.lock]))
    }

    private mutating func lowerVars() {
        for number in VariableGraph(job.shared.vars).order {
            let variable = job.shared.vars[number]
            loader.scope.vars[variable.name] = loader.value(variable.value)
        }
    }

    private mutating func lowerName() -> String? {
        guard let template = job.root[JobKeys.job] else { return Self.name(of: job.source) }
        guard let name = loader.text(template, for: .path)?.text else { return nil }
        guard name.isEmpty else { return name }
        loader.error(.emptyValue, "the job's name is empty", at: template.span)
        return nil
    }

    /// The name of a file without its folder and its ending.
    private static func name(of file: SourceFile) -> String {
        let name = file.name.split(separator: "/").last.map(String.init) ?? file.name
        for ending in [".yaml", ".yml"] where name.hasSuffix(ending) && name.utf8.count > ending.utf8.count {
            return String(name.dropLast(ending.count))
        }
        return name
    }

    /// The origins of the calls of each token source, each once, in the order of the calls.
    private static func origins(of calls: [Call]) -> [String: [String]] {
        var origins: [String: [String]] = [:]
        var seen: Set<[String]> = []
        for call in calls {
            guard case .source(let name) = call.authorization, let origin = call.staticOrigin,
                seen.insert([name, origin]).inserted
            else { continue }
            origins[name, default: []].append(origin)
        }
        return origins
    }
}
