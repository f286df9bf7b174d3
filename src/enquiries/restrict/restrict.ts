import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { oneLine, storable } from '#kernel/text.ts'
import { namedPeople, routeFor, sensitivities, strayDataIn, type Sensitivity } from '#mailboxes/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { act, type Changing, type Decision } from '../act.ts'
import { openContributions } from '../contribution/contribution.ts'
import { revokeLinks } from '../contribution/contribution.sql.ts'
import { asTheHouse } from '../doer.ts'
import { enquiriesByIds, referencesInSetOf, referencesJoinedTo, setLedBy } from '../enquiry.sql.ts'
import { statuses, type Enquiry } from '../enquiry.ts'
import type { RestrictedEvent } from '../events.ts'
import { outOfSet } from '../together/out-of-set.ts'
import { endsUnderWay } from '../under-way.ts'

const longestReason = 200

const shape = z.object({
  sensitivity: z.enum(sensitivities, 'Select what kind of matter it is'),
  why: z
    .string({ error: 'Enter why it has to be restricted' })
    .transform(text => oneLine(storable(text)))
    .pipe(
      z
        .string()
        .min(1, 'Enter why it has to be restricted')
        .max(longestReason, `Write at most ${longestReason} characters: no details`),
    ),
})

/** The proper officer's mailbox, and who of those at work on it may go on there. */
type Proper = { readonly id: string; readonly name: string; readonly holderStays: boolean }

type Facts = {
  readonly proper: Proper | undefined
  readonly set: readonly Enquiry[]
  /** those joined to it, which are seen by whoever sees it */
  readonly joined: readonly Enquiry[]
}

/**
 * A matter that slipped goes out of sight of all but its member and the proper officer's people (domain, section 6). It may
 * be done at any time by anybody who sees it, and whatever others were about to do with it ends: parts asked for, a
 * partner's work, an answer in review, a place in a set. The clock runs on.
 */
export const restrict = act<z.infer<typeof shape>, Facts>({
  name: 'restrict',
  label: 'Restrict it to the proper officer',
  may: 'enquiries.restrict',
  from: statuses,
  to: statuses,
  whileJoined: true,
  by: ['member', 'assistant', 'member-services', 'holder', 'owner', 'responder', 'head', 'officer'],
  shape,
  others: async (tx, reference) => [
    ...(await referencesInSetOf(tx, reference)),
    ...(await referencesJoinedTo(tx, reference)),
  ],
  gather: (tx, enquiry, { sensitivity }, at) =>
    asTheHouse(tx, at.by.person ?? 'system', async () => {
      const [proper, set, joined] = await Promise.all([
        properFor(tx, enquiry, sensitivity, at.today),
        setLedBy(tx, enquiry.setLeadId),
        enquiriesByIds(tx, joinedIds(enquiry)),
      ])
      return { proper, set, joined }
    }),
  decide: (enquiry, it): Result<Decision> => {
    if (enquiry.restricted) return refuse('restricted-already', 'It is restricted already')
    if (!it.proper)
      return refuse('no-proper-officer', 'No proper officer receives this. Call member services', 'sensitivity')
    const detail = detailIn(it.why, it.today)
    if (detail) return refuse('detail', `Leave out ${detail}: this line says why, and nothing of the matter`, 'why')
    const { id: to, name, holderStays } = it.proper
    const left = outOfSet(enquiry, it.set)
    const withdrawn = openContributions(enquiry).map(
      ({ id }) => ({ type: 'contribution-withdrawn', contributionId: id }) as const,
    )
    return allow({
      events: [
        ...withdrawn,
        ...endsUnderWay(enquiry),
        { ...restricting(enquiry, to, holderStays), messageId: it.messageId },
        ...(left?.events ?? []),
      ],
      others: [...(left?.others ?? []), ...it.joined.flatMap(joined => withLead(joined, to))],
      words: { kind: 'note', words: `Restricted to ${name}: ${it.why}`, internal: true },
    })
  },
  keep: async (tx, { enquiry, at }) => {
    for (const { id } of enquiry.contributions) await revokeLinks(tx, id, at)
  },
})

const restricting = ({ mailboxId, kind, holderId }: Enquiry, to: string, holderStays: boolean): RestrictedEvent => ({
  type: 'restricted',
  from: mailboxId,
  to,
  before: kind,
  holderId: holderStays ? holderId : null,
})

/** What is joined to it tells of the same matter: it is restricted with it, unless it was before. */
const withLead = (joined: Enquiry, to: string): Changing[] =>
  joined.restricted ? [] : [{ enquiry: joined, events: [restricting(joined, to, false)] }]

const joinedIds = ({ links }: Enquiry): string[] => links.filter(it => it.as === 'took-in').map(it => it.to)

async function properFor(tx: Tx, { holderId }: Enquiry, sensitive: Sensitivity, on: Day): Promise<Proper | undefined> {
  const routed = await routeFor(tx, { on, sensitive })
  if (!routed.ok) return undefined
  const { id, name } = routed.value.mailbox
  const named = holderId ? await namedPeople(tx, id, on) : []
  return { id, name, holderStays: named.some(it => it.personId === holderId) }
}

/** Numbers and addresses of somebody do not belong into the reason: it stands where more people read. */
const detailIn = (why: string, today: Day): string | undefined =>
  strayDataIn(why, today, { phones: [], domain: '' }).at(0)?.words
