import type { Day } from '#kernel/day.ts'
import { openMailboxes, topics } from '#mailboxes/door.ts'
import { personNames, servingMembers, wards } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { holders } from './holders.sql.ts'
import type { Narrowing } from './narrowing.ts'

/** Something that may be chosen, under the word that stands in the address. */
export type Choice = { readonly value: string; readonly text: string }

/** What the words of an address mean, and what may be chosen instead. */
export type Registers = {
  readonly mailboxes: readonly Choice[]
  readonly topics: readonly Choice[]
  readonly wards: readonly Choice[]
  readonly members: readonly Choice[]
  readonly holders: readonly Choice[]
}

export const noRegisters: Registers = { mailboxes: [], topics: [], wards: [], members: [], holders: [] }

/** Everything that may be chosen, for the page on which it is. */
export async function allRegisters(tx: Tx, today: Day): Promise<Registers> {
  const [boxes, all, places, members, people] = await Promise.all([
    openMailboxes(tx, today),
    topics(tx),
    wards(tx),
    servingMembers(tx, today),
    holders(tx, today),
  ])
  return {
    mailboxes: boxes.map(byKey),
    topics: all.map(byKey),
    wards: places.map(byKey),
    members: members.map(byId),
    holders: people.map(byId),
  }
}

/** Only what this address names, which most addresses do not. */
export async function registersFor(tx: Tx, it: Narrowing, today: Day): Promise<Registers> {
  const people = [it.member, it.holder].filter(who => who !== undefined && who.length === 36) as string[]
  const isAsked = [it.mailbox, it.topic, it.ward, people].some(many => many.length > 0)
  if (!isAsked) return noRegisters
  const [boxes, all, places, names] = await Promise.all([
    it.mailbox.length > 0 ? openMailboxes(tx, today) : [],
    it.topic.length > 0 ? topics(tx) : [],
    it.ward.length > 0 ? wards(tx) : [],
    personNames(tx, people),
  ])
  const named = [...names].map(([value, text]) => ({ value, text }))
  return {
    mailboxes: boxes.map(byKey),
    topics: all.map(byKey),
    wards: places.map(byKey),
    members: named,
    holders: named,
  }
}

const byKey = ({ key, name }: { key: string; name: string }): Choice => ({ value: key, text: name })
const byId = ({ id, name }: { id: string; name: string }): Choice => ({ value: id, text: name })

/** What a word of the address is called; the word itself where nobody knows it. */
export const called = (choices: readonly Choice[], value: string): string =>
  choices.find(it => it.value === value)?.text ?? value
