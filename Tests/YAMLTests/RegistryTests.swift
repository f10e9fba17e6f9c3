import Diagnostics
import Testing
import YAML

struct RegistryTests {
    private let codes: [DiagnosticCode] = [
        .fileTooLarge, .notUTF8, .controlCharacter, .emptyDocument, .severalDocuments, .tooDeep, .tooManyNodes,
        .badDirective,
        .invalidYAML, .badIndentation, .missingColon, .unclosedQuote, .badBrackets, .colonInText, .textBehindQuote,
        .badBlockHeader,
        .duplicateKey, .explicitTag, .unknownAlias, .recursiveAlias, .badMerge, .badKey, .templateInFlow,
        .punctuationInFlow,
        .textLikeTag, .commentInText, .commentAsValue, .reservedStart, .textLikeAlias, .unknownEscape, .tabIndentation,
        .missingBlank, .keyWithoutValue,
    ]

    @Test func everyCodeIsExplained() {
        #expect(Set(codes).count == codes.count)
        #expect(DiagnosticRegistry.yaml.explanations.map(\.code) == codes.sorted())
    }

    @Test func codesAreInTheRangesOfThisLayer() {
        #expect(codes.allSatisfy { $0.rawValue.hasPrefix("E00") || $0.rawValue.hasPrefix("E01") })
    }
}
