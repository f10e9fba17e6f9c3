import Testing

@testable import JobFile

/// The reference page comes out of the declaration.
struct ReferencePageTests {
    let page = JobLanguage.referencePage()

    @Test func hasEverySectionAndKey() {
        for section in JobLanguage.sections {
            #expect(page.contains("\n## \(section.title)\n"))
            #expect(page.contains(section.example))
            for key in section.keys { #expect(page.contains("\n| `\(key.name)` | "), "\(section.name).\(key.name)") }
        }
    }

    @Test func tablesHaveFiveColumns() {
        let sections = page.prefix(upTo: page.firstRange(of: "\n## Presets\n")?.lowerBound ?? page.endIndex)
        for line in sections.split(separator: "\n") where line.hasPrefix("|") {
            let bars = line.split(separator: "\\|").joined().filter { $0 == "|" }.count
            #expect(bars == 6, "\(line)")
        }
    }

    @Test func linksLeadToSections() {
        let headings = Set(
            (JobLanguage.sections.map(\.title) + ["Presets"]).map { title in
                title.lowercased().filter { $0.isLetter || $0.isNumber || " _-".contains($0) }
                    .split(separator: " ").joined(separator: "-")
            })
        for link in page.split(separator: "](#").dropFirst() {
            #expect(headings.contains(String(link.prefix { $0 != ")" })))
        }
    }
}
