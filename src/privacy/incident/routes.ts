import { record } from '#audit/door.ts'
import { addDays } from '#kernel/day.ts'
import { allow, refuse, type Refusal, type Result } from '#kernel/result.ts'
import { oneLine, storable } from '#kernel/text.ts'
import { isId, personNames } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { missing, page, pageAgain, redirect, type Answer, type Page } from '#platform/http/answer.ts'
import { emptyForm, type Form } from '#platform/http/form.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { typedDay } from '#platform/http/typed-day.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { facts, mayRecord, risks, type Fact, type FactName, type Risk } from './incident.ts'
import { insertFact, insertIncident, readIncident, readIncidents, type Incident } from './incident.sql.ts'
import { incidentPage } from './incident-page.ts'
import { incidentsPage, incidentsPath } from './list-page.ts'
import { openPage } from './open-page.ts'
import { askAll, confirm, insertReached, readReached } from './person.sql.ts'
import { repeatsPage } from './repeats-page.ts'
import { readMembersToHelp, readRepeats } from './repeats.sql.ts'

const may = 'privacy.incidents'
const one = `${incidentsPath}/:number`

/** Incidents: the data protection officer decides, the proper officer follows those of their own enquiries. */
export const incidentRoutes: Route[] = [
  { method: 'GET', path: incidentsPath, may, handle: list },
  {
    method: 'GET',
    path: `${incidentsPath}/open`,
    may: 'privacy.keep',
    handle: asked => page(openPage(asked.csrf, emptyForm)),
  },
  { method: 'POST', path: `${incidentsPath}/open`, may: 'privacy.keep', handle: open },
  { method: 'GET', path: `${incidentsPath}/repeats`, may: 'privacy.keep', handle: repeats },
  { method: 'GET', path: one, may, handle: asked => found(asked, async (tx, it) => page(await drawn(tx, asked, it))) },
  {
    method: 'POST',
    path: one,
    may: 'privacy.keep',
    handle: asked => found(asked, (tx, it) => writeDown(tx, asked, it)),
  },
  { method: 'POST', path: `${one}/ask`, may, handle: asked => found(asked, (tx, it) => ask(tx, asked, it)) },
  { method: 'POST', path: `${one}/confirm`, may, handle: asked => found(asked, (tx, it) => confirmed(tx, asked, it)) },
]

const keeps = ({ viewer }: Asked): boolean => mayDo(viewer, 'privacy.keep')

function list(asked: Asked): Promise<Answer> {
  return asked.transact(async tx => page(incidentsPage(await readIncidents(tx), asked.now.at, keeps(asked))))
}

function found(asked: Asked, work: (tx: Tx, it: Incident) => Promise<Answer>): Promise<Answer> {
  const number = /^\d{1,9}$/.test(asked.params.number ?? '') ? Number(asked.params.number) : 0
  return asked.transact(async tx => {
    const it = await readIncident(tx, number)
    return it ? work(tx, it) : missing
  })
}

async function drawn(
  tx: Tx,
  asked: Asked,
  incident: Incident,
  form: Form = emptyForm,
  refusal?: Refusal,
): Promise<Page> {
  const [reached, names] = await Promise.all([
    readReached(tx, incident.id),
    personNames(tx, [...new Set([incident.openedBy ?? [], incident.facts.map(it => it.byPerson)].flat())]),
  ])
  return incidentPage({
    incident,
    reached,
    nameOf: id => names.get(id) ?? 'Somebody who has left',
    at: asked.now.at,
    csrf: asked.csrf,
    keeps: keeps(asked),
    form,
    refusal,
  })
}

const refused = async (tx: Tx, asked: Asked, it: Incident, { refusal }: Extract<Result<unknown>, { ok: false }>) =>
  pageAgain(await drawn(tx, asked, it, asked.form, refusal))

async function writeDown(tx: Tx, asked: Asked, incident: Incident): Promise<Answer> {
  const fact = factIn(asked)
  if (!fact.ok) return refused(tx, asked, incident, fact)
  const allowed = mayRecord(incident.facts, fact.value, asked.now.today)
  if (!allowed.ok) return refused(tx, asked, incident, allowed)
  await insertFact(tx, incident.id, fact.value)
  await noted(tx, asked, 'privacy.incident-followed', incident, { what: fact.value.what })
  return redirect(`${incidentsPath}/${incident.number}`, 'Written down')
}

function factIn({ form, now, viewer }: Asked): Result<Fact> {
  const what = form.text('what') as FactName
  if (!facts.includes(what)) return refuse('no-fact', 'Select what to write down')
  const risk = form.text('risk') as Risk
  const on = what === 'notified' ? typedDay(form, 'on', 'Date') : undefined
  if (on && !on.ok) return on
  const data = {
    ...(what === 'assessed' && risks.includes(risk) && { risk }),
    ...(what === 'decided' && yesOrNo(form, 'notify')),
    ...(what === 'decided' && yesOrNo(form, 'tellPeople')),
    ...(on && { on: on.value }),
  }
  return allow({ what, words: wordsIn(form, 'words', 5000), data, at: now.at, byPerson: viewer.person! })
}

const yesOrNo = (form: Form, name: 'notify' | 'tellPeople') =>
  ['yes', 'no'].includes(form.text(name)) ? { [name]: form.text(name) === 'yes' } : {}

const wordsIn = (form: Form, name: string, most: number): string => storable(form.text(name)).trim().slice(0, most)

async function ask(tx: Tx, asked: Asked, incident: Incident): Promise<Answer> {
  const n = await askAll(tx, incident.id, asked.viewer.person!, asked.now.at)
  if (n > 0) await noted(tx, asked, 'privacy.incident-asked', incident, { n })
  return redirect(
    `${incidentsPath}/${incident.number}`,
    n > 0 ? 'They are asked by email' : 'Everybody was asked already',
  )
}

async function confirmed(tx: Tx, asked: Asked, incident: Incident): Promise<Answer> {
  const id = isId(asked.form.text('id')) ? asked.form.text('id') : ''
  const words = oneLine(wordsIn(asked.form, 'confirmed', 1000))
  if (words === '')
    return refused(tx, asked, incident, refuse('no-words', 'Enter what they confirmed', `confirmed-${id}`))
  const done = id !== '' && (await confirm(tx, { incidentId: incident.id, id, words, at: asked.now.at }))
  if (done) await noted(tx, asked, 'privacy.incident-confirmed', incident, { whom: id })
  return redirect(`${incidentsPath}/${incident.number}`, done ? 'Written down' : 'They had confirmed already')
}

/** Something went to the wrong place that stands in no enquiry, or in one that is not restricted. */
function open(asked: Asked): Promise<Answer> {
  const { form, now, viewer, csrf } = asked
  const words = oneLine(wordsIn(form, 'words', 1000))
  const [name, address] = [oneLine(wordsIn(form, 'name', 200)), oneLine(wordsIn(form, 'address', 320))]
  const again = (refusal: Refusal) => pageAgain(openPage(csrf, form, refusal))
  if (words === '') return Promise.resolve(again(refuse('no-words', 'Enter what happened', 'words').refusal))
  if (address !== '' && !/^[^\s<>@]+@[^\s<>@]+$/.test(address))
    return Promise.resolve(
      again(refuse('no-address', 'Enter an email address, like name@example.org', 'address').refusal),
    )
  const hours = Number(form.text('hours') || '0')
  if (!Number.isInteger(hours) || hours < 0 || hours > 8760)
    return Promise.resolve(again(refuse('no-hours', 'Enter how many hours ago, as a whole number', 'hours').refusal))
  return asked.transact(async tx => {
    const { id, number } = await insertIncident(tx, {
      ...nothingKnown,
      words,
      awareAt: new Date(now.at.getTime() - hours * 3_600_000),
      openedAt: now.at,
      openedBy: viewer.person,
    })
    if (name !== '' || address !== '') await insertReached(tx, id, name || address, address || null, now.at)
    await noted(tx, asked, 'privacy.incident-opened', { id, number })
    return redirect(`${incidentsPath}/${number}`, 'The incident is open')
  })
}

const nothingKnown = {
  enquiryId: null,
  reference: null,
  mailboxId: null,
  topicId: null,
  channel: null,
  senderId: null,
  memberId: null,
}

/** A year back: long enough to see what repeats, short enough to be fair. */
function repeats(asked: Asked): Promise<Answer> {
  return asked.transact(async tx => {
    const since = addDays(asked.now.today, -365)
    const from = new Date(`${since}T00:00:00Z`)
    const [repeats, members] = await Promise.all([readRepeats(tx, from), readMembersToHelp(tx, from)])
    return page(repeatsPage({ since, repeats, members }))
  })
}

const noted = (
  tx: Tx,
  { viewer, now }: Asked,
  act: string,
  { id, number }: { readonly id: string; readonly number: number },
  details: object = {},
): Promise<void> =>
  record(tx, {
    at: now.at,
    actor: viewer.person,
    act,
    subject: { kind: 'incident', id, reference: String(number) },
    details,
  })
