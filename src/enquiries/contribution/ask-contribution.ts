import { z } from 'zod'
import { inWords } from '#kernel/day.ts'
import { allow, refuse, type Refused, type Result } from '#kernel/result.ts'
import { oneLine } from '#kernel/text.ts'
import { personByAddress, type Person } from '#people/door.ts'
import { act, type Circumstances, type Decision } from '../act.ts'
import type { Enquiry } from '../enquiry.ts'
import { givenDay, optionalWords, words } from '../given.ts'
import { latestFor } from './contribution.ts'
import { insertContribution } from './contribution.sql.ts'

const shape = z.object({
  email: z.email('Enter the email address of whoever you ask, like name@council.example').max(254),
  /** needed for somebody the council does not know */
  name: z.string().transform(oneLine).pipe(z.string().max(200, 'Use at most 200 characters')).default(''),
  questions: z
    .array(words('Enter your question'), 'Enter at least one question')
    .min(1, 'Enter at least one question')
    .max(12, 'Ask at most 12 questions'),
  text: optionalWords,
  dueOn: givenDay('Enter by when you need it'),
})

type Given = z.infer<typeof shape>
type Facts = { known: Person | undefined; id: string }

/**
 * A part of the answer is asked of somebody else, with questions and a date of its own before the enquiry's. They see
 * what is written here and nothing else of the enquiry (domain, sections 1 and 2).
 */
export const askContribution = act<Given, Facts>({
  name: 'ask-contribution',
  label: 'Ask somebody else for a part',
  may: 'enquiries.contributions',
  from: ['in-progress'],
  to: ['in-progress'],
  by: ['holder', 'owner'],
  shape,
  gather: async (tx, _enquiry, given) => ({ known: await personByAddress(tx, given.email), id: crypto.randomUUID() }),
  decide: (enquiry, it): Result<Decision> => {
    const refused = noContributor(enquiry, it) ?? wrongDay(enquiry, it)
    if (refused) return refused
    const { id, messageId, dueOn, known } = it
    return allow({
      events: [{ type: 'contribution-asked', contributionId: id, of: known?.id ?? null, dueOn, messageId }],
      words: { kind: 'contribution-asked', words: asked(it), internal: true },
    })
  },
  keep: async (tx, { enquiry, it, at }) =>
    insertContribution(tx, {
      id: it.id,
      enquiryId: enquiry.id,
      askedBy: it.by.person!,
      ofPerson: it.known?.id ?? null,
      ofName: nameOf(it),
      ofAddress: it.known?.email ?? it.email,
      questions: it.questions,
      background: it.text,
      dueOn: it.dueOn,
      askedAt: at,
    }),
})

const nameOf = ({ known, name }: Given & Facts): string => known?.name ?? name

/** As it stands in the conversation: of whom, by when, and the questions as they were numbered. */
const asked = (it: Given & Facts): string =>
  [
    `Asked of ${nameOf(it)} by ${inWords(it.dueOn)}:`,
    it.questions.map((question, i) => `${i + 1}. ${question}`).join('\n'),
    it.text,
  ]
    .filter(Boolean)
    .join('\n\n')

function noContributor(enquiry: Enquiry, { known, name, by }: Given & Facts & Circumstances): Refused | undefined {
  if (!known)
    return name ? undefined : refuse('no-name', 'Enter their name: the council does not know this address', 'name')
  if (known.disabled) return refuse('not-there', `${known.name} is not here any more`, 'email')
  if (known.id === enquiry.memberId)
    return refuse('the-member', 'This is the member who asks: ask them by a question instead', 'email')
  if (known.id === by.person) return refuse('yourself', 'This is your own address', 'email')
  return undefined
}

function wrongDay(enquiry: Enquiry, { dueOn, today, calendar }: Given & Circumstances): Refused | undefined {
  if (dueOn < today) return refuse('past', 'The date must not lie in the past', 'dueOn')
  const latest = latestFor(enquiry, today, calendar)
  return dueOn > latest
    ? refuse('too-late', `Enter a date by ${inWords(latest)}, so that you can still answer in time`, 'dueOn')
    : undefined
}
