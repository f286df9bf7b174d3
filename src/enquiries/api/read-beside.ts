import { z } from 'zod'
import { json, missing } from '#platform/http/answer.ts'
import type { Endpoint } from '#platform/http/endpoint.ts'
import { contributionsOf } from '../contribution/contribution.sql.ts'
import type { Contribution } from '../contribution/contribution.ts'
import { relations, statuses } from '../enquiry.ts'
import { handOverOf, type HandedOver } from '../hand-over/hand-over.sql.ts'
import type { Opened } from '../page/open-enquiry.ts'
import { othersOf, type Other } from '../together/together.sql.ts'
import type { ApiDeps } from './endpoints.ts'
import * as examples from './examples/reading.ts'
import { opened, reading } from './opened.ts'
import { dayShape } from '#platform/http/day-shape.ts'

/** What stands beside an enquiry: parts asked of others, what a partner was shown, what it belongs together with. */
export const besideEndpoints = (deps: ApiDeps): Endpoint[] => [
  {
    ...reading(
      '/contributions',
      'readContributions',
      'Read what was asked of others',
      'Part answers asked of colleagues or of somebody outside, oldest first; for the council’s own people.',
    ),
    answers: [
      {
        status: 200,
        means: 'What was asked',
        shape: z.strictObject({ contributions: z.array(contributionShape) }),
      },
    ],
    example: examples.contributions,
    handle: opened(deps, async ({ tx, enquiry }) =>
      json({ contributions: (await contributionsOf(tx, enquiry.id)).map(it => contributionTold(it, enquiry)) }),
    ),
  },
  {
    ...reading(
      '/hand-over',
      'readHandOver',
      'Read what a partner was shown',
      'The newest hand-over: what was wanted of the partner, what of the enquiry they see, and by when. 404 when there was none.',
    ),
    answers: [{ status: 200, means: 'The hand-over', shape: handOverShape }],
    example: examples.handedOverNow,
    handle: opened(deps, async ({ tx, enquiry }) => {
      const it = await handOverOf(tx, enquiry.id)
      return it ? json(handOverTold(it, enquiry.handedOver?.id === it.id)) : missing
    }),
  },
  {
    ...reading(
      '/others',
      'readOthers',
      'Read what it belongs together with',
      'Enquiries joined with it, linked to it or in one set with it, as far as you may see them.',
    ),
    answers: [{ status: 200, means: 'The others', shape: z.strictObject({ others: z.array(otherShape) }) }],
    example: examples.others,
    handle: opened(deps, async it =>
      json({ others: (await othersOf(it.tx, it.enquiry)).map(one => otherTold(one, it)) }),
    ),
  },
]

const contributionShape = z.strictObject({
  id: z.uuid(),
  of: z.uuid().nullable().describe('Empty for somebody outside the council'),
  ofName: z.string(),
  questions: z.array(z.string()),
  background: z.string(),
  askedAt: z.iso.datetime(),
  dueOn: dayShape,
  ended: z.enum(['given', 'withdrawn']).nullable(),
  endedOn: dayShape.nullable(),
})

function contributionTold(it: Contribution, { contributions }: Opened['enquiry']): z.infer<typeof contributionShape> {
  const fact = contributions.find(one => one.id === it.id)
  return {
    id: it.id,
    of: it.ofPerson,
    ofName: it.ofName,
    questions: [...it.questions],
    background: it.background,
    askedAt: it.askedAt.toISOString(),
    dueOn: it.dueOn,
    ended: fact?.ended ?? null,
    endedOn: fact?.endedOn ?? null,
  }
}

/** A hand-over in the words of the API; `open` while the partner has it. */
export const handOverShape = z.strictObject({
  id: z.uuid(),
  wanted: z.string(),
  shown: z
    .array(z.strictObject({ name: z.string(), words: z.string() }))
    .describe('What of the enquiry the partner sees'),
  files: z.array(z.string()).describe('The names of the files they see'),
  handedAt: z.iso.datetime(),
  dueOn: dayShape,
  open: z.boolean().describe('Whether the partner still has it'),
})

export const handOverTold = (it: HandedOver, open: boolean): z.infer<typeof handOverShape> => ({
  id: it.id,
  wanted: it.wanted,
  shown: it.shared.map(({ name, words }) => ({ name, words })),
  files: it.files.map(file => file.name),
  handedAt: it.handedAt.toISOString(),
  dueOn: it.dueOn,
  open,
})

const otherShape = z.strictObject({
  reference: z.string(),
  subject: z.string(),
  status: z.enum(statuses),
  memberName: z.string(),
  holderName: z.string().nullable(),
  dueOn: dayShape.nullable(),
  as: z.array(z.enum([...relations, 'set'])).describe('How they belong together; `set`: answered as one set'),
})

const otherTold = (it: Other, { enquiry }: Opened): z.infer<typeof otherShape> => ({
  reference: it.reference,
  subject: it.subject,
  status: it.status,
  memberName: it.memberName,
  holderName: it.holderName,
  dueOn: it.dueOn,
  as: [
    ...enquiry.links.filter(link => link.to === it.id).map(link => link.as),
    ...(enquiry.setLeadId !== null && it.setLeadId === enquiry.setLeadId ? (['set'] as const) : []),
  ],
})
