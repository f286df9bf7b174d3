import type { Now } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Sampled } from '../sample/sample.ts'

type NewScore = {
  readonly score: number
  readonly notes: string
  /** the version of the standard it is measured by */
  readonly standard: number
  readonly by: string
  readonly now: Now
}

/** Keeps the score of a sampled answer; the last one counts. The database refuses its author. */
export async function keepScore(
  tx: Tx,
  { enquiryId, round, authorId }: Pick<Sampled, 'enquiryId' | 'round' | 'authorId'>,
  { score, notes, standard, by, now }: NewScore,
): Promise<void> {
  await tx`
    insert into quality.score (enquiry_id, round, author_id, score, notes, standard, scored_on, scored_at, scored_by)
    values (${enquiryId}, ${round}, ${authorId}, ${score}, ${notes}, ${standard}, ${now.today}, ${now.at}, ${by})
    on conflict (enquiry_id, round) do update
    set score = excluded.score, notes = excluded.notes, standard = excluded.standard, scored_on = excluded.scored_on,
      scored_at = excluded.scored_at, scored_by = excluded.scored_by
  `
}

export type GivenAnswer = {
  readonly asked: string
  readonly words: string
  readonly contact: string
  readonly mayShare: boolean | null
  readonly questions: readonly {
    readonly number: number
    readonly words: string
    readonly answer: string | null
    readonly excuse: string | null
  }[]
  readonly promises: readonly { readonly words: string; readonly who: string; readonly dueOn: string }[]
}

/** An answer as its member got it, with what they had asked in that round. Undefined when it is not the viewer's to see. */
export async function answerGiven(tx: Tx, messageId: string): Promise<GivenAnswer | undefined> {
  const [row] = await tx<GivenAnswer[]>`
    select m.words, m.contact, m.may_share,
      coalesce((select a.words from enquiries.message a
        where a.enquiry_id = m.enquiry_id and not a.internal and a.at <= m.at
          and a.kind in ('enquiry', 'disagreement', 'reopening')
        order by a.at desc, a.id desc limit 1), '') as asked,
      coalesce((select json_agg(json_build_object('number', q.number, 'words', q.words, 'answer', q.answer, 'excuse', q.excuse)
        order by q.number) from enquiries.question q where q.enquiry_id = m.enquiry_id and q.round = m.round), '[]') as questions,
      coalesce((select json_agg(json_build_object('words', p.words, 'who', p.who, 'dueOn', p.due_on) order by p.due_on, p.id)
        from enquiries.promise p where p.message_id = m.id), '[]') as promises
    from enquiries.message m where m.id = ${messageId}
  `
  return row
}
