import type { Day } from '#kernel/day.ts'
import { addDays, day, instantOn } from '#kernel/day.ts'
import { addAbsence, addMailbox, addTopic, giveResponsibility, namePerson, type Sensitivity } from '#mailboxes/door.ts'
import {
  addDirectorate,
  addGroup,
  addMembers,
  addOrganisation,
  addPersons,
  addService,
  addWard,
  delegate,
  importPlaces,
  placeWithPartner,
  type Role,
} from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { changeSetting } from '#platform/settings.ts'
import type { Officer } from './town/organisation.ts'
import { boundaries, postcodeList } from './town/map.ts'
import { town } from './town/town.ts'

/** Everything in the demonstration council is found by the name or key the town gives it. */
export type Ids = {
  readonly person: ReadonlyMap<string, string>
  readonly ward: ReadonlyMap<string, string>
  readonly mailbox: ReadonlyMap<string, string>
  readonly topic: ReadonlyMap<string, string>
}

/** Long before anything in the history, so that everybody was there for all of it. */
const always = day('2015-01-01')

/** Sets the council up: settings, people with their roles, wards, services, mailboxes, topics and who answers for what. */
export async function setUpCouncil(tx: Tx, today: Day): Promise<Ids> {
  await settings(tx)
  const person = await people(tx)
  const ward = await eachAdded(town.wards, it => addWard(tx, { key: it.key, name: it.name }))
  await members(tx, person, ward)
  await places(tx)
  const service = await services(tx, person)
  const organisation = await addOrganisation(tx, { key: town.partner.key, name: town.partner.name })
  for (const { name } of town.partner.people) await placeWithPartner(tx, idIn(person, name), organisation)
  const mailbox = await mailboxes(tx, person, service, organisation)
  const topic = await topics(tx, mailbox, today)
  await absences(tx, person, today)
  return { person, ward, mailbox, topic }
}

async function settings(tx: Tx): Promise<void> {
  const { council } = town
  await changeSetting(tx, 'council.name', council.name, null)
  await changeSetting(tx, 'council.domain', council.domain, null)
  await changeSetting(tx, 'council.phone', '01632 960 100', null)
  await changeSetting(tx, 'safeguarding.words', safeguardingWords, null)
  await changeSetting(tx, 'mail.one-stop', council.oneStopAddress, null)
  await changeSetting(tx, 'mail.record', council.recordAddress, null)
  await changeSetting(tx, 'mail.help', `help@${council.domain}`, null)
  await changeSetting(tx, 'mail.reply-domain', council.domain, null)
  // one account tries out here what a whole council sends
  await changeSetting(tx, 'mail.messages-per-hour', 5000, null)
}

const safeguardingWords =
  'If somebody is in danger now, call 999. To report a concern about a child or an adult, call 01632 960 999, day and night.'

async function people(tx: Tx): Promise<Map<string, string>> {
  const roles = new Map<string, Set<Role>>()
  const facts = new Map<
    string,
    { name: string; email: string; title?: string; phone?: string; otherAddresses?: readonly string[] }
  >()
  const give = (it: { name: string; email: string; title?: string; phone?: string }, ...given: Role[]) => {
    facts.set(it.name, facts.get(it.name) ?? it)
    roles.set(it.name, new Set([...(roles.get(it.name) ?? []), ...given]))
  }
  for (const it of town.members) {
    give({ name: it.name, email: it.email, phone: it.phone, title: it.office }, 'member')
    facts.set(it.name, { ...facts.get(it.name)!, otherAddresses: it.otherEmails })
  }
  for (const it of town.assistants) give({ ...it, title: 'Member’s assistant' }, 'assistant')
  const partners = new Set<string>(town.partner.people.map(it => it.name))
  for (const box of town.mailboxes) {
    for (const it of [box.owner, box.deputy, ...box.responders])
      give(it, partners.has(it.name) ? 'partner' : 'responder')
    for (const it of [box.owner, box.deputy]) if (!partners.has(it.name)) give(it, 'owner')
    if (box.properOfficer) give(box.properOfficer, 'proper-officer')
  }
  for (const it of town.services) give(it.head, 'head')
  for (const it of town.directorates) give(it.director, 'director')
  for (const it of town.leadershipTeam) give(it, 'lmt')
  for (const it of town.corporate.oneStop) give(it, 'one-stop')
  for (const it of town.corporate.performance) give(it, 'performance')
  give(town.corporate.dataProtection, 'dpo')
  give(town.corporate.auditor, 'auditor')
  give(town.corporate.administrator, 'admin')
  const ids = await addPersons(
    tx,
    [...facts.values()].map(it => ({ ...it, roles: [...roles.get(it.name)!] })),
  )
  return new Map([...facts.keys()].map((name, i) => [name, ids[i]!]))
}

async function members(tx: Tx, person: ReadonlyMap<string, string>, ward: ReadonlyMap<string, string>): Promise<void> {
  const group = await eachAdded(town.groups, it => addGroup(tx, { name: it.name }))
  await addMembers(
    tx,
    town.members.map(it => ({
      personId: idIn(person, it.name),
      wardId: idIn(ward, it.ward),
      groupId: group.get(it.group) ?? null,
      fromOn: it.joinedOn,
    })),
  )
  await delegate(
    tx,
    town.assistants.flatMap(it =>
      it.members.map(member => ({
        memberId: idIn(person, member),
        assistantId: idIn(person, it.name),
        fromOn: always,
      })),
    ),
  )
}

/** The map first: it tells where the postcodes lie. */
async function places(tx: Tx): Promise<void> {
  const list = { fromOn: always, by: null, at: instantOn(always, 10) }
  await importPlaces(tx, { ...list, kind: 'boundaries', fileName: 'wards.geojson', text: boundaries() })
  await importPlaces(tx, { ...list, kind: 'postcodes', fileName: 'postcodes.csv', text: postcodeList() })
}

async function services(tx: Tx, person: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const directorate = await eachAdded(town.directorates, it =>
    addDirectorate(tx, { key: it.key, name: it.name, directorId: idIn(person, it.director.name) }),
  )
  return eachAdded(town.services, it =>
    addService(tx, {
      key: it.key,
      name: it.name,
      directorateId: idIn(directorate, it.directorate),
      headId: idIn(person, it.head.name),
    }),
  )
}

const handles: Record<string, readonly Sensitivity[]> = {
  'safeguarding-adults': ['adult-at-risk'],
  'safeguarding-children': ['child-at-risk'],
  'human-resources': ['employee', 'personal-matters'],
}

async function mailboxes(
  tx: Tx,
  person: ReadonlyMap<string, string>,
  service: ReadonlyMap<string, string>,
  organisation: string,
) {
  return eachAdded(town.mailboxes, async box => {
    const mailboxId = await addMailbox(tx, {
      key: box.key,
      address: box.address,
      name: box.name,
      phone: box.phone,
      standard: box.standard,
      serviceId: box.service ? idIn(service, box.service) : null,
      organisationId: box.partner ? organisation : null,
      takesOver: Boolean(box.partner),
      givesOut: box.key === 'parking',
      restricted: box.restricted,
      handles: handles[box.key] ?? [],
      limitWorkingDays: box.targetWorkingDays === 10 ? null : box.targetWorkingDays,
    })
    const name = (it: Officer, part: 'owner' | 'deputy' | 'proper-officer' | 'responder') =>
      namePerson(tx, { mailboxId, personId: idIn(person, it.name), part, fromOn: always })
    await name(box.owner, 'owner')
    await name(box.deputy, 'deputy')
    if (box.properOfficer) await name(box.properOfficer, 'proper-officer')
    for (const it of box.responders) await name(it, 'responder')
    return mailboxId
  })
}

/** On the day of the transfer the topics of the council's own housing repairs go to the housing association. */
async function topics(tx: Tx, mailbox: ReadonlyMap<string, string>, today: Day): Promise<Map<string, string>> {
  const transfer = town.housingTransferOn(today)
  return eachAdded(town.topics, async it => {
    const topicId = await addTopic(tx, {
      key: it.key,
      name: it.name,
      words: it.keywords,
      kind: it.kind,
      lgsl: it.lgsl ?? null,
    })
    const moves = it.mailbox === town.partner.takesOver
    await giveResponsibility(tx, {
      topicId,
      mailboxId: idIn(mailbox, it.mailbox),
      fromOn: always,
      untilOn: moves ? addDays(transfer, -1) : null,
    })
    if (moves)
      await giveResponsibility(tx, { topicId, mailboxId: idIn(mailbox, town.partner.mailbox), fromOn: transfer })
    return topicId
  })
}

/** Since or from when somebody of a mailbox is away, and for how many days. */
const away = [
  { box: 'waste', from: -4, days: 14 },
  { box: 'planning', from: -4, days: 14 },
  { box: 'benefits', from: -4, days: 14 },
  // begins today: whoever stands in is offered the work this morning
  { box: 'streets', from: 0, days: 12 },
  // still to come
  { box: 'parks', from: 6, days: 5 },
] as const

/** A few people are away today or soon, each with somebody of their mailbox who stands in. */
async function absences(tx: Tx, person: ReadonlyMap<string, string>, today: Day): Promise<void> {
  const gone = new Set<string>()
  for (const { box: key, from, days } of away) {
    const box = town.mailboxes.find(it => it.key === key)
    const [first, cover] = (box?.responders ?? [])
      .filter(it => !gone.has(it.name) && !it.email.startsWith('demo.'))
      .slice(-2)
    if (!first || !cover) continue
    gone.add(first.name)
    await addAbsence(tx, {
      personId: idIn(person, first.name),
      fromOn: addDays(today, from),
      untilOn: addDays(today, from + days - 1),
      coverId: idIn(person, cover.name),
    })
  }
}

async function eachAdded<T extends { readonly key: string }>(
  items: readonly T[],
  add: (it: T) => Promise<string>,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const it of items) ids.set(it.key, await add(it))
  return ids
}

export function idIn(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name)
  if (!id) throw new Error(`The town has no ${name}`)
  return id
}
