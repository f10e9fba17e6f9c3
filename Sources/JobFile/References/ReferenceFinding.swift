internal import Diagnostics
internal import Template

/// What is wrong with a reference.
struct ReferenceFinding {
    let code: DiagnosticCode
    let title: String
    let label: String?
    let notes: [String]
    let related: [Diagnostic.Related]

    /// How many names are compared and listed; a job with more is made by a program.
    private static let mostNames = 200

    init(
        _ code: DiagnosticCode, _ title: String, label: String? = nil, notes: [String] = [],
        related: [Diagnostic.Related] = []
    ) {
        self.code = code
        self.title = title
        self.label = label
        self.notes = notes
        self.related = related
    }

    /// A name that is not there.
    init(_ code: DiagnosticCode, _ title: String, unknown name: String, among names: [String], orElse: String? = nil) {
        let names = names.prefix(Self.mostNames)
        let nearest = Suggestion.nearest(name, in: Array(names))
        self.init(
            code, title, label: nearest.map { "did you mean '\($0)'?" } ?? orElse,
            notes: names.isEmpty ? [] : ["there is: \(names.joined(separator: ", "))"])
    }

    /// A root that does not exist, or not at this place.
    init(_ reference: TemplateReference, notAmong roots: [String], use: TemplateUse, _ scope: ReferenceScope) {
        let root = reference.root
        guard let reason = Self.reason(whyNot: root, use: use, scope) else {
            self.init(
                .unknownRoot, "there is no '\(root.excerpt)' in templates", unknown: root, among: roots,
                orElse: "for text, put it in quotes")
            return
        }
        self.init(.rootNotHere, "'\(root)' is not known here", label: reason)
    }

    private static func reason(whyNot root: String, use: TemplateUse, _ scope: ReferenceScope) -> String? {
        let later = ["calls", "run", "record", "page", "item", "since", "until"]
        if scope.call?.isForToken ?? false, later.contains(root) {
            return "a call that gets a token may be sent before all others"
        }
        switch root {
        case "calls", "auth", "run", "record", "page":
            if use.moment == .load { return "'\(use.key)' is evaluated when the job is loaded" }
            switch root {
            case "record": return "only fields see a record"
            case "page" where scope.page == nil: return "the call has no paginate"
            case "page": return "'\(use.key)' is evaluated before any page is asked for"
            default: return nil
            }
        case "since", "until":
            if use.moment == .load { return "'\(use.key)' is evaluated when the job is loaded" }
            guard let sync = scope.sync else { return "the call has no incremental" }
            if sync.roots.isEmpty { return "with next_url the whole URL of the last page is used" }
            guard sync.roots.contains(root) else { return "incremental has no window" }
            return "'\(use.key)' is evaluated before any window begins"
        case "item", scope.itemName:
            if use.moment == .load { return "'\(use.key)' is evaluated when the job is loaded" }
            guard let name = scope.itemName else { return "the call has no for_each" }
            return root == name ? "'\(use.key)' is evaluated before the loop begins" : "the item is called '\(name)'"
        default: return nil
        }
    }
}
