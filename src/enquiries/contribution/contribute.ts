import { z } from 'zod'
import { allow, refuse, refuseAll, type Refusal, type Refused, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import type { Asked } from '../enquiry.ts'
import { givenId, optionalWords } from '../given.ts'
import { contributionIn, type Contribution } from './contribution.ts'
import { contributionById } from './contribution.sql.ts'

const shape = z.object({
  contribution: givenId('Name what you were asked'),
  /** the whole of it in one piece, as an email has it */
  text: optionalWords,
  /** said besides the answers; it does not stand for one */
  besides: optionalWords,
  answers: z.array(z.object({ number: z.number().int().min(1), answer: optionalWords })).default([]),
})

type Given = z.infer<typeof shape>

/**
 * Whoever was asked for a part answers it: signed in, by the link, or by email. By email the words stand as they are;
 * by a page each numbered question has its answer.
 */
export const contribute = act<Given, { theirs: Contribution | undefined }>({
  name: 'contribute',
  label: 'Send your part',
  may: 'enquiries.contribute',
  from: ['new', 'assigned', 'in-progress', 'waiting-for-member'],
  to: ['new', 'assigned', 'in-progress', 'waiting-for-member'],
  by: ['contributor', 'system'],
  shape,
  gather: async (tx, _enquiry, given) => ({ theirs: await contributionById(tx, given.contribution) }),
  decide: (enquiry, it): Result<Decision> => {
    const fact = contributionIn(enquiry, it.contribution)
    if (!fact || !it.theirs) return refuse('no-contribution', 'Nothing like this was asked about this enquiry')
    if (it.by.person && fact.of !== it.by.person) return refuse('not-asked', 'Somebody else was asked for this')
    const refused = over(fact) ?? (it.text ? undefined : refuseAll(unanswered(it.theirs, it)))
    if (refused) return refused
    const { messageId } = it
    return allow({
      events: [{ type: 'contribution-given', contributionId: fact.id, messageId }],
      words: { kind: 'contribution', words: said(it.theirs, it), internal: true },
    })
  },
})

/** Why a contribution is over; undefined while it is open. */
export function over({ endedOn, ended }: Asked): Refused | undefined {
  if (!endedOn) return undefined
  return ended === 'given'
    ? refuse('given-already', 'It has been answered already')
    : refuse('withdrawn', 'It is no longer needed')
}

function unanswered({ questions }: Contribution, { answers }: Given): Refusal[] {
  const given = new Set(answers.filter(it => it.answer).map(it => it.number))
  return questions.flatMap((_, i) =>
    given.has(i + 1)
      ? []
      : [refuse('unanswered', `Enter your answer to question ${i + 1}`, `answers/${i + 1}`).refusal],
  )
}

/** The contribution as it stands in the conversation and goes into an answer. */
function said({ ofName, questions }: Contribution, { text, besides, answers }: Given): string {
  const answered = questions.flatMap((question, i) => {
    const found = answers.find(it => it.number === i + 1)?.answer
    return found ? [`${i + 1}. ${question}\n${found}`] : []
  })
  return [`From ${ofName}:`, ...answered, text, besides].filter(Boolean).join('\n\n')
}
