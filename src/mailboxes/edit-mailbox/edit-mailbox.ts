import type { Now } from '#kernel/day.ts'
import { allow, refuse, refuseAll, type Result } from '#kernel/result.ts'
import { oneLine } from '#kernel/text.ts'
import { record } from '#audit/door.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Form, FormFields } from '#platform/http/form.ts'
import { dayBoxes, typedDayOrNone } from '#platform/http/typed-day.ts'
import { updateMailbox } from '../change.sql.ts'
import { missing, typedLimit, wrongKey } from '../fields.ts'
import { heeding } from '../heeding.ts'
import type { Mailbox } from '../mailbox.ts'
import { isSensitivity } from '../sensitivity.ts'
import { insertMailbox, type MailboxFacts } from '../set-up.sql.ts'

export type Editing = { readonly actor: string | null; readonly now: Now }

/** What the form says of a mailbox, or everything that is wrong with it. */
export function readMailbox(
  form: Form,
  reach: { services: readonly string[]; organisations: readonly string[] },
): Result<MailboxFacts> {
  const closedOn = typedDayOrNone(form, 'closed', 'Closing day')
  const { limit, wrong: wrongLimit } = typedLimit(form)
  const restricted = form.text('restricted') === 'yes'
  const handles = form.texts('handles').filter(isSensitivity)
  const runBy = form.text('runBy')
  const wrong = [
    ...missing(form, 'name', 'Enter a name'),
    ...wrongKey(form.text('key')),
    ...wrongAddress(form.text('address')),
    ...missing(form, 'purpose', 'Enter what it is for'),
    ...([...reach.services, ...reach.organisations].includes(runBy)
      ? []
      : [refuse('run-by', 'Select who runs it', 'runBy').refusal]),
    ...wrongLimit,
    ...(handles.length > 0 && !restricted
      ? [refuse('handles', 'Only a restricted mailbox may receive sensitive matters', 'handles').refusal]
      : []),
    ...(closedOn.ok ? [] : [closedOn.refusal]),
  ]
  if (!closedOn.ok || wrong.length > 0) return refuseAll(wrong)!
  return allow({
    key: form.text('key'),
    name: oneLine(form.text('name')),
    address: form.text('address'),
    phone: oneLine(form.text('phone')),
    purpose: oneLine(form.text('purpose')),
    standard: form.text('standard'),
    serviceId: reach.services.includes(runBy) ? runBy : null,
    organisationId: reach.organisations.includes(runBy) ? runBy : null,
    restricted,
    handles,
    limitWorkingDays: limit,
    closedOn: closedOn.value,
    takesOver: form.texts('takesOver').includes('yes') && reach.organisations.includes(runBy),
  })
}

/** What stands in the form of a mailbox that is there already. */
export const fieldsFrom = (it: Mailbox): FormFields => ({
  key: it.key,
  name: it.name,
  address: it.address,
  phone: it.phone,
  purpose: it.purpose,
  standard: it.standard,
  version: String(it.version),
  restricted: it.restricted ? 'yes' : 'no',
  handles: [...it.handles],
  takesOver: it.takesOver ? 'yes' : '',
  runBy: it.serviceId ?? it.organisationId ?? '',
  limit: it.limitWorkingDays === null ? '' : String(it.limitWorkingDays),
  ...dayBoxes('closed', it.closedOn),
})

function wrongAddress(address: string) {
  if (address === '') return [refuse('address', 'Enter an email address', 'address').refusal]
  if (/^[^@\s<>"]+@[^@\s<>"]+\.[^@\s<>"]+$/.test(address) && address.length <= 254) return []
  return [
    refuse('address', 'Enter an email address in the correct format, like streets@council.example', 'address').refusal,
  ]
}

const taken = {
  mailbox_key_key: refuse('key-taken', 'Another mailbox has this short name. Enter another', 'key'),
  mailbox_address_key: refuse('address-taken', 'Another mailbox has this address. Enter another', 'address'),
}

/** A new core mailbox. Refusals: `key-taken`, `address-taken`. */
export async function openMailbox(tx: Tx, facts: MailboxFacts, { actor, now }: Editing): Promise<Result<string>> {
  const added = await heeding(tx, taken, inner => insertMailbox(inner, facts))
  if (added.ok)
    await record(tx, {
      at: now.at,
      actor,
      act: 'mailboxes.open',
      subject: { kind: 'mailbox', id: added.value, reference: facts.key },
    })
  return added
}

/**
 * Changes a mailbox as `version` showed it. Refusals: `stale-version`, `key-taken`, `address-taken`. A restricted
 * mailbox stays restricted: what is in it was written for its named people only.
 */
export async function changeMailbox(
  tx: Tx,
  before: Mailbox,
  version: number,
  facts: MailboxFacts,
  { actor, now }: Editing,
): Promise<Result<true>> {
  if (before.restricted && !facts.restricted)
    return refuse('restricted', 'A restricted mailbox cannot become an open one', 'restricted')
  const changed = await heeding(tx, taken, inner => updateMailbox(inner, before.id, version, facts))
  if (!changed.ok) return changed
  if (!changed.value)
    return refuse(
      'stale-version',
      'Somebody else changed this mailbox meanwhile. Open it again to see what it says now',
    )
  const details = { changed: changedFields(before, facts) }
  await record(tx, {
    at: now.at,
    actor,
    act: 'mailboxes.change',
    subject: { kind: 'mailbox', id: before.id, reference: facts.key },
    details,
  })
  return allow(true)
}

/** From what to what, field by field: the trail tells what a mailbox said on any day. */
export function changedFields(before: object, after: object): Record<string, { from: unknown; to: unknown }> {
  const old = before as Record<string, unknown>
  const different = Object.entries(after).filter(([name, to]) => JSON.stringify(old[name]) !== JSON.stringify(to))
  return Object.fromEntries(different.map(([name, to]) => [name, { from: old[name] ?? null, to }]))
}
