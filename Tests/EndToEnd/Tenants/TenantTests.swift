import Foundation
import Testing

/// `errand run --inputs-file`: the job once for each row.
@Suite(.timeLimit(.minutes(5)))
struct TenantTests {
    private static let job =
        JobText.demo + """
            job: items-${inputs.region}
            inputs: {region: {}, limit: 10}
            calls:
              - name: items
                get: ${env.DEMO_API}/items
                query: {limit: "${inputs.limit}", total: 30, region: "${inputs.region}"}
                paginate: {cursor: $.next_cursor, param: cursor}
                records: $.data[*]
                fields: {id: $.id, region: "${inputs.region}"}
                write: items-${inputs.region}.jsonl
            """

    @Test func aRowThatFailsDoesNotStopTheRest() async throws {
        let scene = try await Scene(job: Self.job)
        try scene.folder.write("rows.csv", "region,limit\nus,5\nxx,-1\neu,\nap,7\n")
        let result = try await scene.run(["run", "job.yaml", "--inputs-file", "rows.csv", "--jobs", "3", "-v"])
        #expect(result.exitCode == 1)
        for region in ["us", "eu", "ap"] {
            let lines = scene.folder.read("items-\(region).jsonl")?.split(separator: "\n") ?? []
            #expect(lines.count == 30)
            #expect(lines.allSatisfy { $0.hasSuffix("\"region\":\"\(region)\"}") })
            #expect(result.errors.contains("items-\(region)/items: "))
        }
        #expect(scene.folder.read("items-xx.jsonl") == nil)
        #expect(result.errors.contains("row 2, items-xx:\nerror[E1201]"))
    }

    @Test func inputsOfTheCommandHoldForAllRows() async throws {
        let scene = try await Scene(job: Self.job)
        try scene.folder.write("rows.jsonl", "{\"region\":\"us\"}\n{\"region\":\"eu\",\"limit\":30}\n")
        let result = try await scene.run([
            "run", "job.yaml", "--inputs-file", "rows.jsonl", "--input", "limit=15", "-v",
        ])
        #expect(result.exitCode == 0)
        #expect(result.errors.contains("items-us/items: 2 answers"))
        #expect(result.errors.contains("items-eu/items: 1 answer,"))
    }

    @Test func eachRowHasANameOfItsOwn() async throws {
        let scene = try await Scene(job: Self.job)
        try scene.folder.write("rows.csv", "region\nus\neu\nus\n")
        let result = try await scene.run(["run", "job.yaml", "--inputs-file", "rows.csv"])
        #expect(result.exitCode == 78)
        #expect(result.errors.contains("the rows 1 and 3 both have a job of the name 'items-us'"))
        #expect(scene.folder.read("items-eu.jsonl") == nil)
    }

    @Test func aRowThatDoesNotFitSendsNothing() async throws {
        let scene = try await Scene(job: Self.job)
        try scene.folder.write("rows.csv", "regio\nus\n")
        let result = try await scene.run(["run", "job.yaml", "--inputs-file", "rows.csv"])
        #expect(result.exitCode == 78)
        #expect(result.errors.hasPrefix("row 1:\n"))
        #expect(result.errors.contains("there is no input 'regio'"))
    }

    @Test func usage() async throws {
        let scene = try await Scene(job: Self.job)
        #expect(try await scene.run(["run", "job.yaml", "--jobs", "2"]).exitCode == 64)
        #expect(try await scene.run(["run", "job.yaml", "--inputs-file", "none.csv"]).exitCode == 64)
        try scene.folder.write("rows.csv", "region\n")
        #expect(
            try await scene.run(["run", "job.yaml", "--inputs-file", "rows.csv"]).errors.contains("it has no rows"))
    }
}
