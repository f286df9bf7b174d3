import { channels, channelWords, kinds, kindWords } from '#enquiries/door.ts'
import { allMailboxes, topics } from '#mailboxes/door.ts'
import { services, wards } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { dimensions, noneKey, restrictedKey, type Dimension, type Within } from './dimension.ts'
import { everyMember } from './members.sql.ts'

/** One thing figures are told apart by: how facts name it, how addresses do, and what people call it. */
export type Entry = { readonly id: string; readonly key: string; readonly label: string }

export type Registers = {
  /** what an id of this dimension is called and how it stands in addresses; also for what is in no row of its own */
  readonly entryOf: (by: Dimension, id: string) => Entry
  /** the ids behind these keys; what is not known stays as it is and finds nothing */
  readonly idsOf: (by: Dimension, keys: readonly string[]) => string[]
  /** what can be chosen, by name */
  readonly all: (by: Dimension) => readonly Entry[]
  /** the service of a mailbox, if it has one */
  readonly serviceOf: ReadonlyMap<string, string | null>
}

/** The registers behind some dimensions. */
export async function registersFor(tx: Tx, wanted: Iterable<Dimension>): Promise<Registers> {
  const needs = new Set(wanted)
  const [mailboxes, allTopics, allServices, allWards, members] = await Promise.all([
    allMailboxes(tx),
    topics(tx),
    needs.has('service') ? services(tx) : [],
    needs.has('ward') ? wards(tx) : [],
    needs.has('member') ? everyMember(tx) : [],
  ])
  const entries: Record<Dimension, readonly Entry[]> = {
    service: allServices.map(entry),
    mailbox: mailboxes.filter(it => !it.restricted).map(entry),
    ward: allWards.map(entry),
    member: members.map(({ id, name }) => ({ id, key: id, label: name })),
    topic: allTopics.map(entry),
    kind: kinds.map(it => ({ id: it, key: it, label: kindWords[it] })),
    channel: channels.map(it => ({ id: it, key: it, label: channelWords[it] })),
  }
  const byId = mapped(entries, it => it.id)
  const byKey = mapped(entries, it => it.key)
  return {
    entryOf: (by, id) => byId.get(by)!.get(id) ?? rest(by, id),
    idsOf: (by, keys) => keys.map(key => byKey.get(by)!.get(key)?.id ?? key),
    all: by => entries[by],
    serviceOf: new Map(mailboxes.map(it => [it.id, it.serviceId])),
  }
}

/** The dimensions of which names are needed to narrow by these. */
export const dimensionsIn = (within: Within = {}): Dimension[] => Object.keys(within) as Dimension[]

const entry = ({ id, key, name }: { id: string; key: string; name: string }): Entry => ({ id, key, label: name })

const mapped = (entries: Record<Dimension, readonly Entry[]>, of: (it: Entry) => string) =>
  new Map(dimensions.map(by => [by, new Map(entries[by].map(it => [of(it), it]))]))

function rest(by: Dimension, id: string): Entry {
  if (id === restrictedKey) return { id, key: id, label: 'Restricted matters' }
  return { id, key: id, label: id === noneKey ? noneWords[by] : 'No longer in the register' }
}

const noneWords: Record<Dimension, string> = {
  service: 'No service',
  mailbox: 'No mailbox yet',
  ward: 'No ward',
  member: 'No member',
  topic: 'No topic yet',
  kind: 'No kind',
  channel: 'Not known',
}
