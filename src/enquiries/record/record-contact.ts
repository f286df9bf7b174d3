import { allow, refuse, type Refused, type Result } from '#kernel/result.ts'
import { partsOf, routeFor } from '#mailboxes/door.ts'
import { locate } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { refusalOfZod } from '#platform/http/given.ts'
import { actNamed } from '../acts.ts'
import type { NewAttachment } from '../attachment.sql.ts'
import { carryOut } from '../carry-out.ts'
import { type Doer, type Way } from '../doer.ts'
import type { Enquiry } from '../enquiry.ts'
import type { House } from '../house.ts'
import { raise, type RaiseWay } from '../raise/raise.ts'
import { raiseShape } from '../raise/raise-shape.ts'
import { pointOf } from '../place/place.ts'
import type { Contact } from './contact.ts'

/** Carried out of the transaction, so that what was refused late leaves nothing behind. */
class Undone extends Error {
  readonly refused: Refused
  constructor(refused: Refused) {
    super(refused.refusal.words)
    this.refused = refused
  }
}

/** Runs work whose refusal takes back everything it wrote. */
export async function wholly<T>(
  run: (work: (tx: Tx) => Promise<Result<T>>) => Promise<Result<T>>,
  work: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await run(async tx => {
      const done = await work(tx)
      if (!done.ok) throw new Undone(done)
      return done
    })
  } catch (error) {
    if (error instanceof Undone) return error.refused
    throw error
  }
}

/**
 * Puts a contact on record, and answers or takes it in the same breath. Refuses with the field to mend; call it inside
 * `wholly`, because the second half may be refused after the first was written.
 */
export async function recordContact(
  tx: Tx,
  house: House,
  doer: Doer,
  contact: Contact,
  way: RaiseWay & { readonly files?: readonly NewAttachment[] },
): Promise<Result<Enquiry>> {
  const { place } = contact
  const located =
    place && (await locate(tx, { postcode: place.postcode ?? undefined, point: pointOf(place) }, contact.receivedOn))
  const ward = located?.wardId ?? contact.member.wardId
  const kept = await placeFor(tx, doer, contact, ward, way)
  if (!kept.ok) return kept
  const given = raiseShape.safeParse({
    member: contact.member.id,
    subject: contact.subject,
    text: contact.text,
    ward,
    place,
    topic: kept.value.topic,
    mailbox: kept.value.mailbox,
    sensitive: contact.sensitive ?? null,
    channel: contact.channel,
    direct: contact.direct,
    receivedOn: contact.receivedOn,
  })
  if (!given.success) return { ok: false, refusal: refusalOfZod(given.error) }
  const raised = await raise(tx, house, doer, given.data, { ...way, via: contact.channel })
  if (!raised.ok || raised.value.again || contact.next === 'place')
    return raised.ok ? allow(raised.value.enquiry) : raised
  return followUp(tx, house, doer, contact, raised.value.enquiry, { now: way.now, via: contact.channel })
}

async function followUp(
  tx: Tx,
  house: House,
  doer: Doer,
  contact: Contact,
  enquiry: Enquiry,
  way: Way,
): Promise<Result<Enquiry>> {
  const act = contact.next === 'take' ? actNamed('take')! : actNamed('answer-at-once')!
  const given = act.shape.parse(contact.next === 'take' ? {} : { text: contact.said })
  const done = await carryOut(tx, house, doer, enquiry.reference, act, given, way)
  if (done.ok) return allow(done.value.enquiry)
  return refuse(done.refusal.code, done.refusal.words, contact.next === 'take' ? 'next' : 'said')
}

type Kept = { readonly topic: string | null; readonly mailbox: string | null }

/** Who takes or answers it keeps it in a mailbox of their own; otherwise it goes where its topic says. */
async function placeFor(tx: Tx, doer: Doer, it: Contact, ward: string, { now }: Way): Promise<Result<Kept>> {
  const topic = it.topic && it.topic !== 'unplaced' ? it.topic : null
  const asRouted = allow({ topic, mailbox: null })
  if (it.next === 'place') return asRouted
  const own = (await partsOf(tx, doer.person!, now.today)).map(part => part.mailboxId)
  const routed = await routeFor(tx, {
    topicId: topic,
    wardId: ward,
    on: it.receivedOn,
    sensitive: it.sensitive,
  })
  if (routed.ok && own.includes(routed.value.mailbox.id)) return asRouted
  if (it.sensitive)
    return refuse(
      'sensitive',
      'A sensitive matter is for its proper officer. Select that it goes to whoever answers',
      'next',
    )
  if (it.next === 'answered' && doer.permissions.has('enquiries.raise')) return asRouted
  const kept = own.find(id => id === it.ownMailbox) ?? own[0]
  return kept
    ? allow({ topic, mailbox: kept })
    : refuse('not-named', 'You are named in no mailbox. Select that it goes to whoever answers', 'next')
}
