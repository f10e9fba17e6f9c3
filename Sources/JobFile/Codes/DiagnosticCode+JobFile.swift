internal import Diagnostics

extension DiagnosticCode {
    // E02xx: keys and types
    static let wrongType = DiagnosticCode(rawValue: "E0201")
    static let missingKey = DiagnosticCode(rawValue: "E0202")
    static let unknownKey = DiagnosticCode(rawValue: "E0203")
    static let unknownWord = DiagnosticCode(rawValue: "E0204")
    static let exclusiveKeys = DiagnosticCode(rawValue: "E0205")
    static let emptyValue = DiagnosticCode(rawValue: "E0206")
    static let badDuration = DiagnosticCode(rawValue: "E0207")
    static let badSize = DiagnosticCode(rawValue: "E0208")
    static let badRate = DiagnosticCode(rawValue: "E0209")
    static let badNumber = DiagnosticCode(rawValue: "E0210")
    static let badStatus = DiagnosticCode(rawValue: "E0211")
    static let badAddress = DiagnosticCode(rawValue: "E0212")
    static let badHeaderName = DiagnosticCode(rawValue: "E0213")
    static let badName = DiagnosticCode(rawValue: "E0214")
    static let badMethod = DiagnosticCode(rawValue: "E0215")
    static let badPattern = DiagnosticCode(rawValue: "E0216")
    static let duplicateName = DiagnosticCode(rawValue: "E0217")
    static let includeFailed = DiagnosticCode(rawValue: "E0218")
    static let includeCycle = DiagnosticCode(rawValue: "E0219")

    // E03xx: templates
    static let templateNotEvaluated = DiagnosticCode(rawValue: "E0301")
    static let templateSyntax = DiagnosticCode(rawValue: "E0302")
    static let notSingleExpression = DiagnosticCode(rawValue: "E0303")
    static let templateNotLoaded = DiagnosticCode(rawValue: "E0304")

    // E04xx: JSONPath
    static let badJSONPath = DiagnosticCode(rawValue: "E0401")
    static let badCondition = DiagnosticCode(rawValue: "E0402")
    static let neitherPathNorTemplate = DiagnosticCode(rawValue: "E0403")
    static let doubtfulPattern = DiagnosticCode(rawValue: "E0404")

    // E05xx: references
    static let unknownRoot = DiagnosticCode(rawValue: "E0501")
    static let unknownReference = DiagnosticCode(rawValue: "E0502")
    static let unknownCall = DiagnosticCode(rawValue: "E0503")
    static let callHasNotRun = DiagnosticCode(rawValue: "E0504")
    static let unknownMember = DiagnosticCode(rawValue: "E0505")
    static let rootNotHere = DiagnosticCode(rawValue: "E0506")
    static let variableCircle = DiagnosticCode(rawValue: "E0507")
    static let functionNotHere = DiagnosticCode(rawValue: "E0508")
    static let unknownSource = DiagnosticCode(rawValue: "E0509")

    // E06xx: meaning
    static let noBaseURL = DiagnosticCode(rawValue: "E0601")
    static let unusableBody = DiagnosticCode(rawValue: "E0602")
    static let reservedName = DiagnosticCode(rawValue: "E0603")
    static let appendToJSON = DiagnosticCode(rawValue: "E0604")
    static let unknownFormat = DiagnosticCode(rawValue: "E0605")
    static let sameFile = DiagnosticCode(rawValue: "E0606")
    static let publicSecret = DiagnosticCode(rawValue: "E0607")
    static let needsJSON = DiagnosticCode(rawValue: "E0608")
    static let downloadOnly = DiagnosticCode(rawValue: "E0609")
    static let cursorNotSent = DiagnosticCode(rawValue: "E0610")
    static let pagesWithoutRecords = DiagnosticCode(rawValue: "E0611")
    static let keyWithoutOther = DiagnosticCode(rawValue: "E0612")
    static let emptyRule = DiagnosticCode(rawValue: "E0613")
    static let uselessAction = DiagnosticCode(rawValue: "E0614")
    static let boundsCrossed = DiagnosticCode(rawValue: "E0615")
    static let clientSecretMissing = DiagnosticCode(rawValue: "E0616")
    static let reservedParameter = DiagnosticCode(rawValue: "E0617")
    static let firstPageOnly = DiagnosticCode(rawValue: "E0618")
    static let wrongStar = DiagnosticCode(rawValue: "E0619")

    // E07xx: inputs and secrets
    static let unknownInput = DiagnosticCode(rawValue: "E0701")
    static let inputType = DiagnosticCode(rawValue: "E0702")
    static let inputNotAllowed = DiagnosticCode(rawValue: "E0703")
    static let inputMissing = DiagnosticCode(rawValue: "E0704")
    static let environmentUnset = DiagnosticCode(rawValue: "E0705")
    static let secretMissing = DiagnosticCode(rawValue: "E0706")
    static let plainHTTP = DiagnosticCode(rawValue: "E0707")
    static let unknownTimeZone = DiagnosticCode(rawValue: "E0708")
}
