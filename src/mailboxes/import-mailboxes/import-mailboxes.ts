import { organisations, personByAddress, services } from '#people/door.ts'
import { addDays } from '#kernel/day.ts'
import { allow, type Refusal, type Result } from '#kernel/result.ts'
import { readCsv, type CsvLine, type WrongLine } from '#platform/csv.ts'
import type { Tx } from '#platform/db/database.ts'
import { changedFields, changeMailbox, openMailbox, type Editing } from '../edit-mailbox/edit-mailbox.ts'
import { heldRegister } from '../held-register.ts'
import type { Mailbox } from '../mailbox.ts'
import { endNaming, nameSomebody } from '../name-people/name-people.ts'
import { namedPeopleOf } from '../people.sql.ts'
import type { MailboxFacts } from '../set-up.sql.ts'
import { readLine, type Nameable, type Wanted } from './read-line.ts'

export type MailboxImport = {
  /** false: the file has errors, and nothing was imported */
  readonly ok: boolean
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** what is wrong with the file, line by line */
  readonly errors: readonly WrongLine[]
}

type Done = 'added' | 'changed' | 'unchanged'

/**
 * Opens and changes core mailboxes from CSV with a heading line (`importColumns`). A known key changes that mailbox and
 * what a line leaves empty stays; a new owner begins today, and the one before ends yesterday. All or nothing: one wrong
 * line and nothing is written. A dry run does it all and takes it back, so that it reports what the database would say.
 */
export async function importMailboxes(
  tx: Tx,
  csv: string,
  editing: Editing,
  { dryRun = false } = {},
): Promise<MailboxImport> {
  const { lines, broken } = readCsv(csv)
  if (broken) return reported([], [broken])
  if (lines.length === 0) return reported([], [{ line: 1, words: 'There are no mailboxes in the file' }])
  let report = reported([], [])
  await undoneUnless(tx, async inner => {
    report = await eachLine(inner, lines, editing)
    return report.ok && !dryRun
  })
  return report
}

function reported(done: readonly Done[], errors: readonly WrongLine[]): MailboxImport {
  const count = (what: Done): number => (errors.length > 0 ? 0 : done.filter(it => it === what).length)
  return {
    ok: errors.length === 0,
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    errors,
  }
}

const takenBack = Symbol('taken back')

async function undoneUnless(tx: Tx, work: (inner: Tx) => Promise<boolean>): Promise<void> {
  try {
    await tx.savepoint(async inner => {
      if (!(await work(inner as Tx))) throw takenBack
    })
  } catch (thrown) {
    if (thrown !== takenBack) throw thrown
  }
}

async function eachLine(tx: Tx, lines: readonly CsvLine[], editing: Editing): Promise<MailboxImport> {
  const nameable = await nameableIn(tx)
  const [done, errors, seen]: [Done[], WrongLine[], Set<string>] = [[], [], new Set()]
  for (const line of lines) {
    const key = line.cells.key ?? ''
    const settled = await settle(tx, line, nameable, editing)
    if (!settled.ok) errors.push({ line: line.line, words: wordsOf(settled.refusal) })
    else if (seen.has(key)) errors.push({ line: line.line, words: `${key} stands in the file twice` })
    else done.push(settled.value)
    seen.add(key)
  }
  return reported(done, errors)
}

const wordsOf = (refusal: Refusal): string => [refusal, ...(refusal.also ?? [])].map(it => it.words).join('. ')

async function nameableIn(tx: Tx): Promise<Nameable> {
  const byName = (rows: readonly { id: string; key: string; name: string }[]): Map<string, string> =>
    new Map(rows.flatMap(it => [[it.key, it.id] as const, [it.name.toLowerCase(), it.id] as const]))
  return {
    services: byName(await services(tx)),
    organisations: byName(await organisations(tx)),
    personAt: address => personByAddress(tx, address),
  }
}

async function settle(tx: Tx, line: CsvLine, nameable: Nameable, editing: Editing): Promise<Result<Done>> {
  const known = (await heldRegister(tx)).mailboxByKey.get(line.cells.key ?? '')
  const wanted = await readLine(line, known, nameable)
  if (!wanted.ok) return wanted
  const kept = known ? await changed(tx, known, wanted.value.facts, editing) : await opened(tx, wanted.value, editing)
  if (!kept.ok) return kept
  const owned = await ownedBy(tx, kept.value.mailbox, wanted.value, editing)
  if (!owned.ok) return owned
  return allow(known && owned.value && kept.value.done === 'unchanged' ? 'changed' : kept.value.done)
}

type Kept = { readonly mailbox: Mailbox; readonly done: Done }

async function opened(tx: Tx, { facts }: Wanted, editing: Editing): Promise<Result<Kept>> {
  const id = await openMailbox(tx, facts, editing)
  return id.ok ? allow({ mailbox: (await heldRegister(tx)).mailboxById.get(id.value)!, done: 'added' }) : id
}

async function changed(tx: Tx, known: Mailbox, facts: MailboxFacts, editing: Editing): Promise<Result<Kept>> {
  if (Object.keys(changedFields(known, facts)).length === 0) return allow({ mailbox: known, done: 'unchanged' })
  const done = await changeMailbox(tx, known, known.version, facts, editing)
  return done.ok ? allow({ mailbox: known, done: 'changed' }) : done
}

/** Makes somebody the owner from today on; true when that changed anything. */
async function ownedBy(tx: Tx, mailbox: Mailbox, { owner }: Wanted, editing: Editing): Promise<Result<boolean>> {
  const { today } = editing.now
  if (!owner) return allow(false)
  const before = (await namedPeopleOf(tx, mailbox.id, today)).find(it => it.part === 'owner')
  if (before?.personId === owner.id) return allow(false)
  const ended = before ? await endNaming(tx, mailbox, before, addDays(today, -1), editing) : allow(true as const)
  if (!ended.ok) return ended
  const named = { mailboxId: mailbox.id, personId: owner.id, part: 'owner' as const, fromOn: today, untilOn: null }
  const done = await nameSomebody(tx, mailbox, named, editing)
  return done.ok ? allow(true) : done
}
