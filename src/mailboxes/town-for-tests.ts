import assert from 'node:assert/strict'
import { day, nowAt, type Day } from '#kernel/day.ts'
import { addDirectorate, addPerson, addService, addWard, permissionsOf, type Role } from '#people/door.ts'
import { inTransaction } from '#platform/db/database.ts'
import type { Answer } from '#platform/http/answer.ts'
import { formOf, type FormFields } from '#platform/http/form.ts'
import type { Asked } from '#platform/http/route.ts'
import type { TestDatabase } from '#test/database.ts'
import * as mailboxes from './door.ts'
import { mailboxRoutes } from './routes.ts'

const routes = mailboxRoutes()
const longAgo = day('2025-04-01')

type Somebody = { id: string; roles: Role[] }
type Asking = { form?: FormFields; query?: Record<string, string> }

/** Three mailboxes with their people and a topic, and a way to ask the pages of the room as each of them. */
export async function mailboxTown(db: TestDatabase) {
  const who: Record<'admin' | 'owner' | 'responder' | 'proper' | 'member', Somebody> = {
    admin: { id: '', roles: ['admin'] },
    owner: { id: '', roles: ['owner'] },
    responder: { id: '', roles: ['responder'] },
    proper: { id: '', roles: ['proper-officer'] },
    member: { id: '', roles: ['member'] },
  }
  const ids = { service: '', ward: '', streets: '', parks: '' }
  await inTransaction(db, 'system', async tx => {
    const names = {
      admin: 'Ada Lomas',
      owner: 'Fiona Hartley',
      responder: "Dara O'Brien",
      proper: 'Ruth Abernathy',
      member: 'Ní Mhurchú',
    }
    for (const [key, name] of Object.entries(names)) {
      const it = who[key as keyof typeof who]
      it.id = await addPerson(tx, { name, email: `${key}@tessbridge.example`, roles: it.roles })
    }
    const directorateId = await addDirectorate(tx, { name: 'Place' })
    ids.service = await addService(tx, { name: 'Highways', directorateId })
    ids.ward = await addWard(tx, { name: 'Millfield' })
    const box = (key: string, name: string, more: object = {}) =>
      mailboxes.addMailbox(tx, {
        key,
        name,
        address: `${key}@tessbridge.example`,
        purpose: `All about ${key}`,
        serviceId: ids.service,
        ...more,
      })
    ids.streets = await box('streets', 'Streets')
    ids.parks = await box('parks', 'Parks')
    const adults = await box('adults', 'Safeguarding adults', { restricted: true, handles: ['adult-at-risk'] })
    const topicId = await mailboxes.addTopic(tx, {
      key: 'pothole',
      name: 'Potholes',
      words: ['pothole', 'carriageway'],
    })
    await mailboxes.giveResponsibility(tx, { topicId, mailboxId: ids.streets, fromOn: longAgo })
    await mailboxes.namePerson(tx, { mailboxId: ids.streets, personId: who.owner.id, part: 'owner', fromOn: longAgo })
    await mailboxes.namePerson(tx, {
      mailboxId: adults,
      personId: who.proper.id,
      part: 'proper-officer',
      fromOn: longAgo,
    })
  })

  /** Asks a page as somebody, through the route's own permission; `turned away` when the role does not have it. */
  async function ask(somebody: Somebody, line: string, { form = {}, query = {} }: Asking = {}) {
    const [method, path = ''] = line.split(' ')
    const { route, params } = routeFor(method!, path)
    const permissions: ReadonlySet<string> = permissionsOf(somebody.roles)
    if (!permissions.has(route.may)) return { status: 403, html: '', to: '', words: 'turned away' }
    const asked = {
      viewer: { person: somebody.id, name: '', email: '', roles: somebody.roles, permissions, via: 'session' },
      now: nowAt(new Date()),
      params,
      query,
      form: formOf(form),
      csrf: 'token',
      path,
      transact: (work: never) => inTransaction(db, somebody.id, work),
    } as unknown as Asked
    return seen(await route.handle(asked))
  }

  /** What the trail says was done to something, oldest first. */
  const actsOn = async (reference: string): Promise<string[]> =>
    (await db.owner`select act from audit.entry where subject_reference = ${reference} order by id`).map(
      row => row.act as string,
    )

  return { who, ids, ask, actsOn }
}

/** As the server does: what is written out goes before what is a parameter. */
function routeFor(method: string, path: string) {
  const given = path.split('/')
  const fits = (pattern: string[]) =>
    pattern.length === given.length && pattern.every((it, at) => it.startsWith(':') || it === given[at])
  const found = routes.filter(it => it.method === method && fits(it.path.split('/')))
  const [route] = found.toSorted((a, b) => a.path.split(':').length - b.path.split(':').length)
  assert.ok(route, `${method} ${path}`)
  const params = Object.fromEntries(
    route.path.split('/').flatMap((it, at) => (it.startsWith(':') ? [[it.slice(1), given[at]!]] : [])),
  )
  return { route, params }
}

function seen(answer: Answer) {
  if (answer.kind === 'redirect')
    return { status: 303, to: answer.to, html: '', words: answer.flash ?? answer.warning ?? '' }
  if (answer.kind !== 'page') return { status: 404, to: '', html: '', words: '' }
  const html = answer.page.body.text
  const words = `${answer.page.title} ${html.replace(/<[^>]*>/g, ' ')}`.replace(/&#39;/g, "'").replace(/\s+/g, ' ')
  return { status: answer.status, to: '', html, words }
}

/** What is typed into the three boxes of a day. */
export const boxes = (prefix: string, on: Day) => {
  const [year, month, date] = on.split('-')
  return { [`${prefix}-day`]: date, [`${prefix}-month`]: month, [`${prefix}-year`]: year }
}
