import { dayOf, type Day } from '#kernel/day.ts'
import { parseReference } from '#kernel/reference.ts'
import { allow, refuse, type Refusal, type Result } from '#kernel/result.ts'
import { shortened } from '#kernel/text.ts'
import { servingMembers } from '#people/door.ts'
import { inTransaction } from '#platform/db/database.ts'
import { file, missing, page, pageAgain, redirect, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { html, trusted } from '#platform/views/html.ts'
import type { PostRoom } from '../in/process.ts'
import { decide, type Decision } from './decide.ts'
import { listPage, shelves, type Shelf } from './list-page.ts'
import { messagePage } from './message-page.ts'
import { countWaiting, deliveriesOf, intakeById, listIntake, rawBytes, type IntakeEntry } from './read-intake.sql.ts'
import { outcomeInWords, quarantinePath } from './words.ts'

const may = 'mail.quarantine'
const pageLength = 25

/** The quarantine: what no rule could file, with its reason, to be decided by a person. */
export function quarantineRoutes(room: PostRoom): Route[] {
  const decision = (kind: Decision['kind']): Route => ({
    method: 'POST',
    path: `/mail/quarantine/:id/${kind}`,
    may,
    handle: asked => decideOne(room, asked, kind),
  })
  return [
    { method: 'GET', path: '/mail/quarantine', may, handle: asked => showList(room, asked) },
    { method: 'GET', path: '/mail/quarantine/:id', may, handle: asked => showOne(room, asked) },
    { method: 'GET', path: '/mail/quarantine/:id/html', may, handle: asked => showHtml(room, asked) },
    { method: 'GET', path: '/mail/quarantine/:id/raw', may, handle: sendRaw },
    ...(['file', 'new-enquiry', 'discard', 'restore'] as const).map(decision),
  ]
}

async function showList({ deps, db }: PostRoom, { transact, query, now }: Asked): Promise<Answer> {
  const shelf = Object.hasOwn(shelves, query.state ?? '') ? (query.state as Shelf) : 'quarantined'
  const asking = {
    states: [shelf],
    after: uuidIn(query.after),
    limit: pageLength + 1,
    oldestFirst: shelf === 'quarantined',
  }
  const [found, waiting] = await transact(tx => Promise.all([listIntake(tx, asking), countWaiting(tx)]))
  const days = [...new Set(found.map(it => dayOf(it.receivedAt)))]
  const decideBy = await inTransaction(db, 'system', async tx => {
    const dates = new Map<Day, Day>()
    for (const day of days) dates.set(day, await deps.decideBy(tx, day))
    return dates
  })
  return page(
    listPage({
      shelf,
      waiting,
      entries: found.slice(0, pageLength),
      decideBy,
      today: now.today,
      more: found.length > pageLength,
    }),
  )
}

type Seen = { readonly entry: IntakeEntry; readonly raw: Buffer }

/** The message, when the viewer may see it and read it. */
async function seenBy({ transact, params }: Asked): Promise<Seen | undefined> {
  const id = uuidIn(params.id)
  if (!id) return undefined
  return transact(async tx => {
    const entry = await intakeById(tx, id)
    const raw = entry && (await rawBytes(tx, entry.sha256))
    return entry && raw && { entry, raw }
  })
}

async function showOne(room: PostRoom, asked: Asked, refusal?: Refusal): Promise<Answer> {
  const seen = await seenBy(asked)
  if (!seen) return missing
  const { entry, raw } = seen
  const { deliveries, members } = await asked.transact(async tx => ({
    deliveries: await deliveriesOf(tx, entry.sha256),
    members: await servingMembers(tx, asked.now.today),
  }))
  const parsed = await room.parser.parse(raw, deliveries[0]?.mailFrom ?? '')
  const shown = messagePage({ entry, deliveries, parsed, members, csrf: asked.csrf, form: asked.form, refusal })
  return refusal ? pageAgain(shown) : page(shown)
}

async function showHtml(room: PostRoom, asked: Asked): Promise<Answer> {
  const seen = await seenBy(asked)
  const parsed = seen && (await room.parser.parse(seen.raw, ''))
  if (!parsed?.ok || !parsed.mail.html) return missing
  const body = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Message</title>
      </head>
      <body dir="auto">
        ${trusted(parsed.mail.html)}
      </body>
    </html>`
  return file({ body: body.text, type: 'text/html; charset=utf-8' })
}

async function sendRaw(asked: Asked): Promise<Answer> {
  const seen = await seenBy(asked)
  if (!seen) return missing
  return file({ body: seen.raw, type: 'message/rfc822', saveAs: `message-${seen.entry.sha256.slice(0, 12)}.eml` })
}

async function decideOne(room: PostRoom, asked: Asked, kind: Decision['kind']): Promise<Answer> {
  const seen = await seenBy(asked)
  if (!seen) return missing
  const decision = await decisionIn(room, asked, kind)
  if (!decision.ok) return showOne(room, asked, decision.refusal)
  const by = { officerId: asked.viewer.person!, at: asked.now.at }
  const decided = await decide(room, seen.entry, decision.value, by)
  if (!decided.ok) return showOne(room, asked, decided.refusal)
  const said = outcomeInWords({ words: null, reference: null, duplicateOf: null, ...decided.value } as IntakeEntry)
  return redirect(kind === 'restore' ? quarantinePath(seen.entry.id) : quarantinePath(), shortened(said, 200))
}

async function decisionIn(
  room: PostRoom,
  { form, transact, now }: Asked,
  kind: Decision['kind'],
): Promise<Result<Decision>> {
  if (kind === 'restore') return allow({ kind })
  if (kind === 'discard') {
    const reason = form.text('reason').slice(0, 1000)
    return reason ? allow({ kind, reason }) : refuse('no-reason', 'Enter why this message needs nobody', 'reason')
  }
  if (kind === 'file') {
    const reference = parseReference(form.text('reference'))
    // as the officer sees: an enquiry they may not see is none
    const enquiry = reference && (await transact(tx => room.deps.enquiryByReference(tx, reference)))
    return enquiry
      ? allow({ kind, enquiryId: enquiry.id })
      : refuse('no-such-enquiry', 'Enter the reference of an enquiry you can see', 'reference')
  }
  const member = (await transact(tx => servingMembers(tx, now.today))).find(it => it.id === form.text('member'))
  return member
    ? allow({ kind, memberId: member.id })
    : refuse('no-member', 'Select the member whose enquiry this is', 'member')
}

const uuidIn = (text: string | undefined): string | undefined =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text ?? '') ? text : undefined
