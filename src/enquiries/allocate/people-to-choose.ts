import { inWords } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import { assign, namedPeople, type NamedPerson } from '#mailboxes/door.ts'
import { asTheHouse } from '../doer.ts'
import type { Opened } from '../page/open-enquiry.ts'
import { loadsOf } from './load.sql.ts'

export type Choice = {
  readonly personId: string
  readonly name: string
  readonly load: number
  readonly absent: boolean
  readonly words: string
}

export type Choices = {
  readonly people: readonly Choice[]
  /** whom the rule would choose, and why */
  readonly proposed?: { readonly personId: string; readonly words: string }
}

/** The mailbox's people with how much they hold, those who hold least first and those who are away last. */
export async function peopleToChoose({ tx, asked, enquiry }: Opened): Promise<Choices> {
  if (!enquiry.mailboxId) return { people: [] }
  const named = firstPartOfEach(await namedPeople(tx, enquiry.mailboxId, asked.now.today))
  const ids = named.map(it => it.personId)
  const loads = await asTheHouse(tx, asked.viewer.person!, () => loadsOf(tx, ids, enquiry.mailboxId))
  const loadOf = new Map(loads.map(it => [it.personId, it]))
  const others = named.filter(it => it.personId !== enquiry.holderId)
  const candidates = others.map(({ personId, name, absent }) => ({
    personId,
    name,
    present: !absent,
    maySee: true,
    load: loadOf.get(personId)?.open ?? 0,
    lastGivenAt: loadOf.get(personId)?.lastGivenAt ?? null,
  }))
  const responders = new Set(others.filter(it => it.part === 'responder').map(it => it.personId))
  const assigned = assign(candidates.filter(it => responders.has(it.personId)))
  const people = others.map(it => choiceOf(it, loadOf.get(it.personId)?.open ?? 0)).toSorted(byLoad)
  return { people, ...(assigned.ok && { proposed: assigned.value }) }
}

/** Somebody may be named twice, as deputy and responder: as responder they are meant to hold work. */
function firstPartOfEach(named: readonly NamedPerson[]): NamedPerson[] {
  const byPerson = new Map(named.map(it => [it.personId, it]))
  return [...byPerson.values()]
}

const choiceOf = (it: NamedPerson, load: number): Choice => ({
  personId: it.personId,
  name: it.name,
  load,
  absent: it.absent,
  words: [
    partWords[it.part],
    load === 0 ? 'no open enquiries' : counted(load, 'open enquiry', 'open enquiries'),
    away(it),
  ]
    .filter(Boolean)
    .join(' · '),
})

const partWords = { owner: 'Owner', deputy: 'Deputy', 'proper-officer': 'Proper officer', responder: '' }

function away({ absent, absentUntilOn, coverName }: NamedPerson): string {
  if (!absent) return ''
  const until = absentUntilOn ? `Away until ${inWords(absentUntilOn)}` : 'Away until further notice'
  return coverName ? `${until}, covered by ${coverName}` : until
}

const byLoad = (a: Choice, b: Choice): number =>
  Number(a.absent) - Number(b.absent) || a.load - b.load || a.name.localeCompare(b.name, 'en-GB')
