import { allow, type Refusal, type Result } from '#kernel/result.ts'
import {
  mailboxesById,
  partsOf,
  sensitiveWords,
  suggestTopics,
  topics,
  warningIn,
  type TextWarning,
} from '#mailboxes/door.ts'
import { servingMembers } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { page, pageAgain, redirect, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { dayBoxes } from '#platform/http/typed-day.ts'
import { enquiryByReference } from '../enquiry.sql.ts'
import type { House } from '../house.ts'
import { sentAlready, sentUnder } from '../new/sent.sql.ts'
import { contactIn, type Contact } from './contact.ts'
import { recordContact, wholly } from './record-contact.ts'
import { recordPage, type RecordForm } from './record-page.ts'

/** Officers put on record what reached them by phone, in the corridor, by letter. */
export function recordRoutes({ house }: { readonly house: House }): Route[] {
  const at = { path: '/enquiries/record', may: 'enquiries.record' }
  return [
    { method: 'GET', ...at, handle: asked => asked.transact(tx => fresh(tx, asked)) },
    { method: 'POST', ...at, handle: asked => record(asked, house) },
  ]
}

type Shown = Pick<RecordForm, 'typed' | 'key' | 'saved' | 'suggested' | 'warning' | 'refusal'>

/** An empty form, with what it usually says filled in; above it what was recorded last. */
async function fresh(tx: Tx, asked: Asked): Promise<Answer> {
  const { viewer, now, query } = asked
  const reference = query.saved ? await sentUnder(tx, viewer.person!, query.saved) : undefined
  const saved = reference && { reference, enquiry: await enquiryByReference(tx, reference) }
  const isMemberServices = viewer.permissions.has('enquiries.raise')
  const typed = {
    ...dayBoxes('receivedOn', now.today),
    channel: 'phone',
    direct: isMemberServices ? 'no' : 'yes',
    next: 'place',
  }
  return page(await formOf(tx, asked, { typed, key: crypto.randomUUID(), saved: saved || undefined, suggested: [] }))
}

async function formOf(tx: Tx, asked: Asked, shown: Shown) {
  const { viewer, now, csrf } = asked
  const [members, allTopics, parts] = await Promise.all([
    servingMembers(tx, now.today),
    topics(tx),
    partsOf(tx, viewer.person!, now.today),
  ])
  const own = await mailboxesById(tx, [...new Set(parts.map(it => it.mailboxId))])
  const mayAnswer = own.length > 0 || viewer.permissions.has('enquiries.raise')
  return recordPage({ csrf, members, topics: allTopics, own, mayAnswer, ...shown })
}

async function record(asked: Asked, house: House): Promise<Answer> {
  const { transact, form } = asked
  const key = form.text('key') || crypto.randomUUID()
  const outcome = await wholly<Outcome>(transact, tx => recordOrAsk(tx, asked, house, key))
  if (!outcome.ok) return again(asked, key, { refusal: outcome.refusal })
  if (outcome.value === 'recorded') return redirect(`/enquiries/record?saved=${key}`)
  return again(asked, key, outcome.value)
}

type Suggested = Awaited<ReturnType<typeof suggestTopics>>
type Outcome = 'recorded' | { readonly suggested?: Suggested; readonly warning?: TextWarning }

async function recordOrAsk(tx: Tx, asked: Asked, house: House, key: string): Promise<Result<Outcome>> {
  const { viewer, now, form } = asked
  if (await sentAlready(tx, viewer.person!, key)) return allow('recorded')
  const contact = contactIn(form, await servingMembers(tx, now.today), now.today)
  if (!contact.ok) return contact
  const warning = await unasked(tx, contact.value)
  if (warning && !form.text('asked')) return allow({ warning })
  const meant = warning && form.text('way') === 'restricted' ? sentRestricted(contact.value, warning) : contact.value
  const suggested = await toConfirm(tx, meant)
  if (suggested.length > 0) return allow({ suggested })
  const done = await recordContact(tx, house, viewer, meant, { now, idempotencyKey: key })
  return done.ok ? allow('recorded') : done
}

/** What may be sensitive in a contact that nobody said is. */
async function unasked(tx: Tx, { sensitive, subject, text, said }: Contact): Promise<TextWarning | undefined> {
  if (sensitive) return undefined
  const warning = warningIn(`${subject}\n${text}\n${said}`, await sensitiveWords(tx))
  return warning?.warns ? warning : undefined
}

/** To the proper officer, who answers it: nobody else takes or answers such a matter. */
const sentRestricted = (contact: Contact, { sensitivity }: TextWarning): Contact => ({
  ...contact,
  sensitive: sensitivity,
  next: 'place',
})

/** A topic is suggested, and confirmed by a person, where it decides who gets it. */
async function toConfirm(tx: Tx, { next, topic, sensitive, subject, text }: Contact): Promise<Suggested> {
  if (next !== 'place' || topic || sensitive) return []
  return suggestTopics(tx, `${subject}\n${text}`)
}

type Again = { refusal?: Refusal; suggested?: Suggested; warning?: TextWarning }

async function again(asked: Asked, key: string, it: Again): Promise<Answer> {
  const { form, transact } = asked
  const { suggested = [], warning, refusal } = it
  const typed = suggested.length > 0 ? { ...form.typed, topic: suggested[0]!.topicId } : form.typed
  const shown = await transact(tx => formOf(tx, asked, { typed, key, saved: undefined, suggested, warning, refusal }))
  return refusal ? pageAgain(shown) : page(shown)
}
