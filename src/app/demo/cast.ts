import type { Actor, Part } from '#enquiries/door.ts'
import { routeFor } from '#mailboxes/door.ts'
import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import { idIn, type Ids } from './set-up.ts'
import type { Member } from './town/members.ts'
import type { Officer } from './town/organisation.ts'
import type { Mailbox } from './town/mailboxes.ts'
import type { Ward } from './town/wards.ts'
import { town } from './town/town.ts'

export type Player = { readonly id: string; readonly name: string; readonly title: string; readonly phone: string }

export type Box = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly restricted: boolean
  readonly limitWorkingDays: number
  readonly owner: Player
  readonly responders: readonly Player[]
}

export type MemberPlayer = Player & { readonly member: Member; readonly wardId: string; readonly ward: Ward; readonly assistant: Player | undefined }

/** Everybody and everything the stories need, with their ids. */
export type Cast = {
  readonly members: readonly MemberPlayer[]
  readonly boxes: ReadonlyMap<string, Box>
  readonly oneStop: readonly Player[]
  readonly topicId: ReadonlyMap<string, string>
  /** who answers for a topic on a day, as the routing rule says */
  readonly boxFor: (topic: string, on: Day) => Box
}

export const asPart = ({ id, name }: Player, ...parts: Part[]): Actor => ({ person: id, name, parts })

export const theTimetable: Actor = { person: null, name: 'One Stop', parts: ['system'] }

/** Asks the real routing once for each topic before and after the housing transfer. */
export async function castOf(tx: Tx, ids: Ids, today: Day): Promise<Cast> {
  const transfer = town.housingTransferOn(today)
  const boxes = new Map(town.mailboxes.map(it => [it.key, boxOf(ids, it)]))
  const byId = new Map([...boxes.values()].map(box => [box.id, box]))
  const routes = new Map<string, Box>()
  for (const { key } of town.topics) {
    for (const on of ['2016-01-01' as Day, transfer]) {
      const routed = await routeFor(tx, { topicId: idIn(ids.topic, key), on })
      if (!routed.ok) throw new Error(`${key}: ${routed.refusal.words}`)
      routes.set(`${key} ${on >= transfer}`, byId.get(routed.value.mailbox.id)!)
    }
  }
  return {
    boxes,
    members: town.members.map(member => memberOf(ids, member)),
    oneStop: town.corporate.oneStop.map(it => playerOf(ids, it)),
    topicId: ids.topic,
    boxFor: (topic, on) => routes.get(`${topic} ${on >= transfer}`)!,
  }
}

const playerOf = (ids: Ids, { name, title, phone }: Officer): Player => ({ id: idIn(ids.person, name), name, title, phone })

const boxOf = (ids: Ids, box: Mailbox): Box => ({
  id: idIn(ids.mailbox, box.key),
  key: box.key,
  name: box.name,
  restricted: box.restricted,
  limitWorkingDays: box.targetWorkingDays,
  owner: playerOf(ids, box.owner),
  responders: box.responders.map(it => playerOf(ids, it)),
})

function memberOf(ids: Ids, member: Member): MemberPlayer {
  const assistant = town.assistants.find(it => it.members.includes(member.name))
  return {
    id: idIn(ids.person, member.name),
    name: member.name,
    title: '',
    phone: member.phone,
    member,
    wardId: idIn(ids.ward, member.ward),
    ward: town.wards.find(ward => ward.key === member.ward)!,
    assistant: assistant && { id: idIn(ids.person, assistant.name), name: assistant.name, title: '', phone: '' },
  }
}
