internal import Template

extension CheckedJob {
    /// The templates in what holds in the end: not in what an included file says and this one replaces.
    var uses: [TemplateUse] {
        (root.entries[JobKeys.job.name]?.uses ?? []) + shared.uses + allCalls.flatMap(\.section.uses)
    }

    /// The members of calls that a template uses, as call and member.
    var usedMembers: Set<[String]> {
        var members: Set<[String]> = []
        for use in allCalls.flatMap(\.section.uses) {
            for reference in use.template.template.references where reference.root == "calls" {
                guard let call = reference.name, reference.path.count >= 2, case .name(let member) = reference.path[1]
                else { continue }
                members.insert([call, member])
            }
        }
        return members
    }
}
