/** A question and what is said to it. */
export type Asked = { readonly question: string; readonly answer: string }

/** One matter people write about, with all that fits it. Texts hold `{slots}` and `[either|or]` (see phrases.ts). */
export type Plot = {
  /** what can be said beside it because of its family */
  readonly family: FamilyTexts
  readonly subjects: readonly string[]
  /** what is wrong, as the member tells it */
  readonly issue: string
  /** the same in the resident's own words; empty where no resident would write */
  readonly own: readonly string[]
  readonly asks: readonly Asked[]
  /** the decision and its reason, to stand beside the answers to what was asked and a promise */
  readonly answers: readonly string[]
  /** answers that say all there is to say and promise nothing */
  readonly settled: readonly string[]
  /** what somebody will do, to follow `We will` */
  readonly promises: readonly string[]
}

export type TopicTexts = { readonly topic: string; readonly family: FamilyTexts; readonly plots: readonly Plot[] }

/** What can be said about a topic because of the family it belongs to. */
export type FamilyTexts = {
  /** who does the work: `the highways inspectors` */
  readonly team: string
  readonly details: readonly string[]
  readonly voices: readonly string[]
  /** what happens next */
  readonly nexts: readonly string[]
  /** what an officer asks the member, and what the member replies */
  readonly askBacks: readonly Asked[]
  readonly notes: readonly string[]
  /** with whom the answer may be shared, where that is not everybody */
  readonly shares: readonly string[]
  /** no resident's email is ever forwarded about these */
  readonly discreet: boolean
}
