/**
 * What is counted of each enquiry, by the names that `tallies.sql.ts` has a condition for. A measure is made of them, and
 * a drill lists by the very same condition.
 */
export type Tally =
  | 'received'
  | 'judged'
  | 'onTime'
  | 'judgedAgreed'
  | 'onTimeAgreed'
  | 'judgedGross'
  | 'onTimeGross'
  | 'answered'
  | 'again'
  | 'open'
  | 'overdue'
  | 'extended'
  | 'paused'
  | 'chased'
  | 'climbed'
  | 'scored'
  | 'rated'
  | 'ratedWell'
  | 'promised'
  | 'broken'
  | 'recorded'
  | 'registeredLate'
  | 'deflected'

/** How a measure comes about; `of` names the enquiries that its `n` counts. */
export type How =
  | { readonly as: 'number'; readonly counts: Tally; readonly of: Tally }
  | { readonly as: 'share'; readonly counts: Tally; readonly of: Tally }
  | { readonly as: 'percentile'; readonly percent: number; readonly days: 'gross' | 'net'; readonly of: Tally }
  | { readonly as: 'mean'; readonly of: Tally }
  | { readonly as: 'oldest'; readonly of: Tally }

export type Measure = {
  readonly key: string
  readonly label: string
  /** the one definition, shown wherever the measure is */
  readonly definition: string
  /** `percent` is 0–100; `working days` may be halves; `score` is 1–4 */
  readonly unit: 'enquiries' | 'percent' | 'working days' | 'score'
  readonly better: 'more' | 'less' | 'none'
  /** it is judged green, amber or red by the council's limits */
  readonly judged?: true
  readonly how: How
}
