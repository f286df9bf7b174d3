import { counted, listInWords } from '#kernel/text.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { file, missing, page, redirect, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { sheetFile, type Sheet } from '#platform/spreadsheet.ts'
import { readTokens } from './api-token.sql.ts'
import { readOrganisationOf } from './council.sql.ts'
import { readDelegations } from './delegation.sql.ts'
import type { PeopleDeps } from './deps.ts'
import { directoryPage, disablePage, enablePage, personPage, type Facts } from './directory-pages.ts'
import { readDirectory, searchDirectory, type Saved, type Search } from './directory.sql.ts'
import { disable, enable } from './disable.ts'
import { isId } from './given-id.ts'
import { readMember } from './member.sql.ts'
import { readAddresses, readPersons } from './person.sql.ts'
import type { Person } from './person.ts'
import { isRole, labelOf } from './roles.ts'
import { readSessions } from './session.sql.ts'

/** Who is who, and stopping somebody from signing in. */
export function directoryRoutes(deps: PeopleDeps): Route[] {
  const may = 'people.administer'
  return [
    { method: 'GET', path: '/people', may: 'people.directory', handle: list },
    { method: 'GET', path: '/people/export.:format', may: 'people.directory', handle: asked => save(asked, deps) },
    { method: 'GET', path: '/people/:id', may: 'people.directory', handle: show },
    { method: 'GET', path: '/people/:id/disable', may, handle: asked => askToDisable(asked, deps) },
    { method: 'POST', path: '/people/:id/disable', may, handle: asked => stop(asked, deps) },
    { method: 'GET', path: '/people/:id/enable', may, handle: askToEnable },
    { method: 'POST', path: '/people/:id/enable', may, handle: asked => letIn(asked, deps) },
  ]
}

async function list(asked: Asked): Promise<Answer> {
  const search = searchIn(asked.query)
  const found = await asked.transact(tx => searchDirectory(tx, search))
  return page(directoryPage(search, found, mayDo(asked.viewer, 'people.administer')))
}

/** Whoever was found, with everything the directory shows of them. */
async function save(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  const { format } = asked.params
  if (format !== 'csv' && format !== 'xlsx') return missing
  const found = await asked.transact(async tx => {
    const subject = { kind: 'list', id: 'directory' }
    const details = { format }
    await deps.record(tx, { at: asked.now.at, actor: asked.viewer.person, act: 'people.exported', subject, details })
    return readDirectory(tx, searchIn(asked.query))
  })
  const made = await sheetFile(directorySheet(found), format)
  return file({ ...made, saveAs: `people-${asked.now.today}.${format}` })
}

const directorySheet = (found: readonly Saved[]): Sheet => ({
  name: 'People',
  heads: [
    'Name',
    'Email',
    'What they do',
    'Phone',
    'Roles',
    'Ward',
    'Political group',
    'Took office',
    'Last day',
    'Organisation',
  ],
  rows: found.map(it => [
    it.name,
    it.email,
    it.title,
    it.phone,
    it.roles.map(labelOf).join(', '),
    it.ward,
    it.group,
    it.fromOn,
    it.untilOn,
    it.organisation,
  ]),
})

function searchIn(query: Asked['query']): Search {
  const role = query.role ?? ''
  const at = Number(query.page)
  return {
    words: (query.q ?? '').trim().slice(0, 200),
    role: isRole(role) ? role : undefined,
    disabled: query.disabled === 'yes',
    page: Number.isInteger(at) && at > 0 && at < 10_000 ? at : 1,
  }
}

async function show(asked: Asked): Promise<Answer> {
  const id = asked.params.id ?? ''
  const facts = isId(id) ? await asked.transact(tx => factsOf(tx, id)) : undefined
  if (!facts) return missing
  const { viewer } = asked
  const [administers, audits] = [mayDo(viewer, 'people.administer'), mayDo(viewer, 'audit.read')]
  return page(personPage(facts, { administers, audits, self: id === viewer.person }))
}

async function factsOf(tx: Tx, id: string): Promise<Facts | undefined> {
  const [person] = await readPersons(tx, [id])
  if (!person) return undefined
  const [member, organisation, otherAddresses] = await Promise.all([
    readMember(tx, id),
    readOrganisationOf(tx, id),
    readAddresses(tx, id),
  ])
  return { person, member, organisation: organisation?.name, otherAddresses }
}

/** Somebody who can be disabled or enabled; nobody disables themselves, so that an administrator is always left. */
async function other(tx: Tx, asked: Asked, disabled: boolean): Promise<Person | undefined> {
  const id = asked.params.id ?? ''
  if (!isId(id) || id === asked.viewer.person) return undefined
  const [person] = await readPersons(tx, [id])
  return person?.disabled === disabled ? person : undefined
}

async function askToDisable(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  return inTransaction(asked.db, 'system', async tx => {
    const person = await other(tx, asked, false)
    if (!person) return missing
    const consequences = [
      ...(await endings(tx, person.id, asked)),
      ...(await deps.consequences(tx, person.id, asked.now)),
    ]
    return page(disablePage({ csrf: asked.csrf, person, consequences }))
  })
}

async function endings(tx: Tx, id: string, { now }: Asked): Promise<string[]> {
  const [sessions, tokens, delegations] = await Promise.all([
    readSessions(tx, id, now.at),
    readTokens(tx, id),
    readDelegations(tx, id, now.today),
  ])
  const principals = delegations.filter(it => it.assistantId === id).map(it => it.member)
  const assistants = delegations.filter(it => it.memberId === id).map(it => it.assistant)
  return [
    sessions.length > 0
      ? `They are signed out of ${counted(sessions.length, 'device')} at once.`
      : 'They can no longer sign in. They are not signed in now.',
    ...(tokens.length > 0 ? [`Tokens for the API stop working for good: ${tokens.length}.`] : []),
    ...(principals.length > 0 ? [`They can no longer act for ${listInWords(principals)}.`] : []),
    ...(assistants.length > 0 ? [`${listInWords(assistants)} can no longer act for them.`] : []),
  ]
}

async function stop(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  return inTransaction(asked.db, 'system', async tx => {
    const person = await other(tx, asked, false)
    if (!person) return missing
    await disable(tx, person.id, asked.now.at)
    await deps.disabled(tx, person.id, asked.now)
    await deps.record(tx, {
      at: asked.now.at,
      actor: asked.viewer.person,
      act: 'people.disabled',
      subject: { kind: 'person', id: person.id },
    })
    return redirect(`/people/${person.id}`, `${person.name} can no longer sign in`)
  })
}

async function askToEnable(asked: Asked): Promise<Answer> {
  const person = await asked.transact(tx => other(tx, asked, true))
  return person ? page(enablePage({ csrf: asked.csrf, person })) : missing
}

async function letIn(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  return asked.transact(async tx => {
    const person = await other(tx, asked, true)
    if (!person) return missing
    await enable(tx, person.id)
    await deps.record(tx, {
      at: asked.now.at,
      actor: asked.viewer.person,
      act: 'people.enabled',
      subject: { kind: 'person', id: person.id },
    })
    return redirect(`/people/${person.id}`, `${person.name} can sign in again`)
  })
}
