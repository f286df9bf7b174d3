import { record } from '#audit/door.ts'
import { randomUUID } from 'node:crypto'
import { dayOf, type Day } from '#kernel/day.ts'
import { refuse, type Refusal } from '#kernel/result.ts'
import { counted, shortened } from '#kernel/text.ts'
import { servingMembers } from '#people/door.ts'
import { inTransaction } from '#platform/db/database.ts'
import { file, missing, page, pageAgain, redirect, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { html, trusted } from '#platform/views/html.ts'
import type { PostRoom } from '../in/process.ts'
import { batchPage } from './batch-page.ts'
import { decide } from './decide.ts'
import { decideByApi } from './decide-api.ts'
import { decideMany, mostAtOnce, seenIn, undoMany } from './decide-many.ts'
import { decisionIn } from './decision-in-form.ts'
import { decisionsAbout } from './decision.sql.ts'
import { listPage, shelves, type Shelf } from './list-page.ts'
import { messagePage } from './message-page.ts'
import { countWaiting, deliveriesOf, intakeById, listIntake, rawBytes, type IntakeEntry } from './read-intake.sql.ts'
import { outcomeInWords, quarantinePath } from './words.ts'

const may = 'mail.quarantine'
const pageLength = 25

/** The quarantine: what no rule could file, with its reason, to be decided by a person. */
export function quarantineRoutes(room: PostRoom): Route[] {
  return [
    { method: 'GET', path: '/mail/quarantine', may, handle: asked => showList(room, asked) },
    { method: 'POST', path: '/mail/quarantine/decide', may, handle: asked => decideChosen(room, asked) },
    { method: 'GET', path: '/mail/decided/:batch', may, handle: showBatch },
    { method: 'POST', path: '/mail/decided/:batch/undo', may, handle: asked => undoBatch(room, asked) },
    { method: 'GET', path: '/mail/quarantine/:id', may, handle: asked => showOne(room, asked) },
    { method: 'GET', path: '/mail/quarantine/:id/html', may, handle: asked => showHtml(room, asked) },
    { method: 'GET', path: '/mail/quarantine/:id/raw', may, handle: sendRaw },
    { method: 'POST', path: '/api/v1/intake/:sha256/decide', may, handle: asked => decideByApi(room, asked) },
    { method: 'POST', path: '/mail/quarantine/:id/decide', may, handle: asked => decideOne(room, asked) },
  ]
}

async function showList({ deps, db }: PostRoom, asked: Asked, refusal?: Refusal): Promise<Answer> {
  const { transact, query, now, form, csrf } = asked
  const wanted = form.text('state') || (query.state ?? '')
  const shelf = Object.hasOwn(shelves, wanted) ? (wanted as Shelf) : 'quarantined'
  const mailbox = uuidIn(form.text('mailbox') || query.mailbox)
  const asking = {
    states: [shelf],
    after: uuidIn(query.after),
    limit: pageLength + 1,
    oldestFirst: shelf === 'quarantined',
    mailbox,
  }
  const [found, waiting, members] = await transact(tx =>
    Promise.all([listIntake(tx, asking), countWaiting(tx, mailbox), servingMembers(tx, now.today)]),
  )
  const days = [...new Set(found.map(it => dayOf(it.receivedAt)))]
  const decideBy = await inTransaction(db, 'system', async tx => {
    const dates = new Map<Day, Day>()
    for (const day of days) dates.set(day, await deps.decideBy(tx, day))
    return dates
  })
  const entries = found.slice(0, pageLength)
  const more = found.length > pageLength
  const { today } = now
  const shown = listPage({ shelf, mailbox, waiting, entries, decideBy, today, more, members, csrf, form, refusal })
  return refusal ? pageAgain(shown) : page(shown)
}

async function decideChosen(room: PostRoom, asked: Asked): Promise<Answer> {
  const ids = asked.form.texts('chosen').flatMap(it => uuidIn(it) ?? [])
  const entries = await asked.transact(async tx => {
    const found = []
    for (const id of ids.slice(0, mostAtOnce)) found.push(await intakeById(tx, id))
    return found.filter(it => it !== undefined)
  })
  if (entries.length === 0)
    return showList(room, asked, refuse('none', 'Select at least one message', 'chosen').refusal)
  const chosen = await decisionIn(room.deps, asked, asked.form)
  if (!chosen.ok) return showList(room, asked, chosen.refusal)
  return redirect(`/mail/decided/${await decideMany(room, asked, entries, chosen.value)}`)
}

async function showBatch(asked: Asked): Promise<Answer> {
  const batch = uuidIn(asked.params.batch)
  const decided = batch ? await seenIn(asked, batch) : []
  return batch && decided.length > 0 ? page(batchPage({ batch, decided, csrf: asked.csrf })) : missing
}

async function undoBatch(room: PostRoom, asked: Asked): Promise<Answer> {
  const batch = uuidIn(asked.params.batch)
  if (!batch || (await seenIn(asked, batch)).length === 0) return missing
  const undone = await undoMany(room, asked, batch)
  const said = undone.ok ? `${counted(undone.value, 'message')} taken back` : undone.refusal.words
  return redirect(`/mail/decided/${batch}`, shortened(said, 200))
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
  const [deliveries, members, decided] = await asked.transact(tx =>
    Promise.all([deliveriesOf(tx, entry.sha256), servingMembers(tx, asked.now.today), decisionsAbout(tx, entry.id)]),
  )
  const parsed = await room.parser.parse(raw, deliveries[0]?.mailFrom ?? '')
  const { csrf, form } = asked
  const matters = room.deps.sensitiveMatters
  const shown = messagePage({ entry, deliveries, parsed, members, matters, decided, csrf, form, refusal })
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
  const { id, reference } = seen.entry
  await asked.transact(tx =>
    record(tx, {
      at: asked.now.at,
      actor: asked.viewer.person,
      act: 'mail.exported',
      subject: { kind: 'mail', id, reference },
    }),
  )
  return file({ body: seen.raw, type: 'message/rfc822', saveAs: `message-${seen.entry.sha256.slice(0, 12)}.eml` })
}

async function decideOne(room: PostRoom, asked: Asked): Promise<Answer> {
  const seen = await seenBy(asked)
  if (!seen) return missing
  const chosen = await decisionIn(room.deps, asked, asked.form)
  if (!chosen.ok) return showOne(room, asked, chosen.refusal)
  const { decision, reason } = chosen.value
  const by = { officerId: asked.viewer.person!, at: asked.now.at, reason, batch: randomUUID() }
  const decided = await decide(room, seen.entry, decision, by)
  if (!decided.ok) return showOne(room, asked, decided.refusal)
  const said = outcomeInWords({ words: null, reference: null, duplicateOf: null, ...decided.value } as IntakeEntry)
  const stays = decision.kind === 'restore' || decision.kind === 'undo'
  return redirect(stays ? quarantinePath(seen.entry.id) : quarantinePath(), shortened(said, 200))
}

const uuidIn = (text: string | undefined): string | undefined =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text ?? '') ? text : undefined
