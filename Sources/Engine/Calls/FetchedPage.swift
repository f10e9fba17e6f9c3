/// An answer of a call, read.
struct FetchedPage: Sendable {
    let answer: Answer
    let page: ItemPage
}
