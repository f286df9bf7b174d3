import { record } from '#audit/door.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { oneLine, storable } from '#kernel/text.ts'
import { personById, permissionsOf, type Person } from '#people/door.ts'
import { mayDo, type Viewer } from '#platform/http/viewer.ts'
import type { Part } from '../act.ts'
import { carryOut } from '../carry-out.ts'
import { asTheHouse, theSystem } from '../doer.ts'
import { isOpen } from '../enquiry.ts'
import type { Opened } from '../page/open-enquiry.ts'
import { release } from '../release/release.ts'
import { insertExclusion, liftExclusion } from './exclusion.sql.ts'

export const mayExclude = 'enquiries.exclude'

/** Whoever runs the mailbox, One Stop, and the data protection officer of whatever they see. */
export const mayExcludeFrom = (parts: readonly Part[], viewer: Viewer): boolean =>
  mayDo(viewer, mayExclude) &&
  (parts.includes('owner') || parts.includes('member-services') || viewer.roles.includes('dpo'))

type Wanted = { readonly person: string; readonly why: string }

/**
 * Keeps one person out of one enquiry for a conflict of interest. From now on it is not there for them; they are not told,
 * and what they held of it goes back to its mailbox. It stands in no history, which others read too, but in the trail.
 */
export async function exclude(opened: Opened, given: Wanted): Promise<Result<Person>> {
  const { tx, enquiry, asked } = opened
  const why = reasonIn(given.why)
  if (!why.ok) return why
  const person = given.person ? await personById(tx, given.person) : undefined
  if (!person) return refuse('no-person', 'Select who may not see it', 'person')
  if (person.id === enquiry.memberId)
    return refuse('its-member', 'It is this member’s own enquiry: they always see it', 'person')
  const by = asked.viewer.person!
  const { at } = asked.now
  const done = await asTheHouse(tx, by, () =>
    insertExclusion(tx, { enquiryId: enquiry.id, personId: person.id, why: why.value, byPerson: by, at }),
  )
  if (!done) return refuse('excluded-already', `${person.name} does not see it already`, 'person')
  await noted(opened, 'enquiries.exclude', person.id)
  if (enquiry.holderId === person.id && isOpen(enquiry))
    await asTheHouse(tx, by, () => carryOut(tx, opened.house, theSystem, enquiry.reference, release, {}, asked))
  return allow(person)
}

/** They see it again, as far as their part lets them. */
export async function lift(
  opened: Opened,
  given: { readonly id: string; readonly why: string },
): Promise<Result<true>> {
  const { tx, enquiry, asked } = opened
  const why = reasonIn(given.why)
  if (!why.ok) return why
  const by = asked.viewer.person!
  const wanted = { id: given.id, enquiryId: enquiry.id, by, why: why.value, at: asked.now.at }
  const person = await asTheHouse(tx, by, () => liftExclusion(tx, wanted))
  if (!person) return refuse('lifted-already', 'They may see it again already')
  await noted(opened, 'enquiries.lift-exclusion', person)
  return allow(true)
}

function reasonIn(text: string): Result<string> {
  const why = oneLine(storable(text))
  if (why === '') return refuse('no-reason', 'Enter why', 'why')
  return why.length > 1000 ? refuse('too-long', 'Write at most 1,000 characters', 'why') : allow(why)
}

const noted = ({ tx, enquiry, asked }: Opened, act: string, person: string): Promise<void> =>
  record(tx, {
    at: asked.now.at,
    actor: asked.viewer.person,
    act,
    subject: { kind: 'enquiry', id: enquiry.id, reference: enquiry.reference },
    details: { person },
  })

/** Who could be kept out: whoever might come across enquiries at all. */
export const mightSee = ({ roles, disabled }: Person): boolean =>
  !disabled && permissionsOf(roles).has('enquiries.read') && !roles.includes('member')
