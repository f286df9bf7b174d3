import type { Tx } from '#platform/db/database.ts'

/** What is known of the quality of one answer; null where nothing is. */
export type QualityOfRound = {
  readonly round: number
  readonly sampled: boolean
  readonly score: number | null
  readonly rating: number | null
}

/** The rounds of an enquiry of whose quality anything is known. */
export const qualityOf = (tx: Tx, enquiryId: string): Promise<QualityOfRound[]> => tx<QualityOfRound[]>`
  select round, s.enquiry_id is not null as sampled, c.score, r.rating
  from (select * from quality.sampled where enquiry_id = ${enquiryId}) s
  full join (select * from quality.rating where enquiry_id = ${enquiryId}) r using (round)
  left join (select round, score from quality.score where enquiry_id = ${enquiryId}) c using (round)
  order by round
`
