import { hearersOf, type Actor, type Hearers, type Part } from '#enquiries/door.ts'
import { routeFor } from '#mailboxes/door.ts'
import { addDays, type Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import { idIn, type Ids } from './set-up.ts'
import type { Member } from './town/members.ts'
import type { Officer } from './town/organisation.ts'
import type { Mailbox } from './town/mailboxes.ts'
import type { Ward } from './town/wards.ts'
import { town } from './town/town.ts'

export type Player = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly title: string
  readonly phone: string
}

export type Box = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly restricted: boolean
  readonly limitWorkingDays: number
  readonly owner: Player
  /** the head of the service; undefined for the partner's */
  readonly head: Player | undefined
  readonly responders: readonly Player[]
}

export type MemberPlayer = Player & {
  readonly member: Member
  readonly wardId: string
  readonly ward: Ward
  readonly assistant: Player | undefined
}

/** Everybody and everything the stories need, with their ids. Plain data: it travels to other threads. */
export type Cast = {
  readonly members: readonly MemberPlayer[]
  readonly boxes: ReadonlyMap<string, Box>
  readonly oneStop: readonly Player[]
  readonly topicId: ReadonlyMap<string, string>
  /** who answers for each topic, as the routing rule says, before the housing transfer and from it on */
  readonly routes: Record<'before' | 'after', ReadonlyMap<string, Box>>
  readonly transferOn: Day
  /** who stands above each mailbox, by its id, and above what is in none */
  readonly ranks: ReadonlyMap<string | null, Hearers['ranks']>
}

/** Who answers for a topic on a day. */
export const boxFor = ({ routes, transferOn }: Cast, topic: string, on: Day): Box =>
  routes[on < transferOn ? 'before' : 'after'].get(topic)!

export const asPart = ({ id, name }: Player, ...parts: Part[]): Actor => ({ person: id, name, parts })

export const theTimetable: Actor = { person: null, name: 'One Stop', parts: ['system'] }

/** Asks the real routing once for each topic before and after the housing transfer. */
export async function castOf(tx: Tx, ids: Ids, today: Day): Promise<Cast> {
  const transferOn = town.housingTransferOn(today)
  const boxes = new Map(town.mailboxes.map(it => [it.key, boxOf(ids, it)]))
  return {
    boxes,
    members: town.members.map(member => memberOf(ids, member)),
    oneStop: town.corporate.oneStop.map(it => playerOf(ids, it)),
    topicId: ids.topic,
    routes: {
      before: await routesOn(tx, ids, boxes, addDays(transferOn, -1)),
      after: await routesOn(tx, ids, boxes, transferOn),
    },
    transferOn,
    ranks: await ranksOf(tx, [null, ...[...boxes.values()].map(it => it.id)], transferOn),
  }
}

async function ranksOf(tx: Tx, mailboxes: readonly (string | null)[], on: Day) {
  const ranks = new Map<string | null, Hearers['ranks']>()
  for (const id of mailboxes) ranks.set(id, (await hearersOf(tx, { mailboxId: id, holderId: null }, on)).ranks)
  return ranks
}

async function routesOn(tx: Tx, ids: Ids, boxes: ReadonlyMap<string, Box>, on: Day): Promise<Map<string, Box>> {
  const byId = new Map([...boxes.values()].map(box => [box.id, box]))
  const routes = new Map<string, Box>()
  for (const { key } of town.topics) {
    const routed = await routeFor(tx, { topicId: idIn(ids.topic, key), on })
    if (!routed.ok) throw new Error(`${key}: ${routed.refusal.words}`)
    routes.set(key, byId.get(routed.value.mailbox.id)!)
  }
  return routes
}

const playerOf = (ids: Ids, { name, email, title, phone }: Officer): Player => ({
  id: idIn(ids.person, name),
  name,
  email,
  title,
  phone,
})

const boxOf = (ids: Ids, box: Mailbox): Box => ({
  id: idIn(ids.mailbox, box.key),
  key: box.key,
  name: box.name,
  restricted: box.restricted,
  limitWorkingDays: box.targetWorkingDays,
  owner: playerOf(ids, box.owner),
  head: headOf(ids, box),
  responders: box.responders.map(it => playerOf(ids, it)),
})

function headOf(ids: Ids, { service }: Mailbox): Player | undefined {
  const found = town.services.find(it => it.key === service)
  return found && playerOf(ids, found.head)
}

function memberOf(ids: Ids, member: Member): MemberPlayer {
  const assistant = town.assistants.find(it => it.members.includes(member.name))
  return {
    id: idIn(ids.person, member.name),
    name: member.name,
    email: member.email,
    title: '',
    phone: member.phone,
    member,
    wardId: idIn(ids.ward, member.ward),
    ward: town.wards.find(ward => ward.key === member.ward)!,
    assistant: assistant && playerOf(ids, { ...assistant, phone: '', title: '', unit: '' }),
  }
}
