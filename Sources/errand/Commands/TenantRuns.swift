import Engine
import JobFile

/// The runs of one job for the rows of an inputs file, some at a time; one that fails does not stop the others.
struct TenantRuns {
    let session: Session
    let path: String
    let rows: [InputRows.Row]
    /// Inputs that hold for every row, and that a row's own replace.
    let common: [(name: String, value: String)]
    /// How many run at the same time, at least 1.
    let width: Int
    let settings: RunSettings

    /// A row whose job is ready.
    private struct Tenant: Sendable {
        let number: Int
        let job: LoadedJob
        let interruption = Interruption()

        /// How messages name it.
        var title: String { "row \(number), \(job.job.name)" }
    }

    /// Loads the job for every row, then runs it for each.
    ///
    /// - Returns: an exit code for each row.
    func run() async -> [Engine.ExitCode] {
        guard let tenants = await load() else { return [session.interruption.code ?? .invalidJob] }
        let all = tenants.map(\.interruption)
        session.interruption.observe { code in
            for interruption in all { interruption.interrupt(code) }
        }
        defer { session.interruption.observe(nil) }
        return await withTaskGroup { group in
            var codes: [Engine.ExitCode] = []
            var waiting = tenants[...]
            for tenant in waiting.prefix(width) { group.addTask { await run(tenant) } }
            waiting = waiting.dropFirst(width)
            for await code in group {
                codes.append(code)
                guard session.interruption.code == nil, let next = waiting.popFirst() else { continue }
                group.addTask { await run(next) }
            }
            return codes
        }
    }

    /// The jobs of all rows; nil when one of them is wrong, and then nothing has been sent.
    private func load() async -> [Tenant]? {
        let check = session.check(path: path)
        var tenants: [Tenant] = []
        var rowsByName: [String: Int] = [:]
        for row in rows {
            let own = Set(row.inputs.map(\.name))
            let inputs = common.filter { !own.contains($0.name) } + row.inputs
            guard let job = await session.load(check, inputs: inputs, title: "row \(row.number)") else { return nil }
            let name = job.job.name
            if let other = rowsByName.updateValue(row.number, forKey: name) {
                session.console.write(
                    """
                    error: the rows \(other) and \(row.number) both have a job of the name '\(name)', so they would share \
                    its state and its lock; name the job by an input, such as job: \(name)-${inputs.\(own.min() ?? "id")}

                    """)
                return nil
            }
            tenants.append(Tenant(number: row.number, job: job))
        }
        return tenants
    }

    private func run(_ tenant: Tenant) async -> Engine.ExitCode {
        var settings = settings
        settings.interruption = tenant.interruption
        settings.observer = session.reporter.naming(tenant.job.job.name)
        let result = await JobRun(tenant.job, settings: settings).run()
        session.console.show(result.diagnostics, under: tenant.title)
        return result.exitCode
    }
}
