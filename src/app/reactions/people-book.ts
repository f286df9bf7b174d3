import { namedPeople, type NamedPerson } from '#mailboxes/door.ts'
import type { Day } from '#kernel/day.ts'
import { personsById, type Person } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'

/** The people that one batch of events is about, each asked for once: most events of an hour concern the same few. */
export type PeopleBook = {
  /** in the order of the ids; undefined for null and for nobody */
  readonly byId: (ids: readonly (string | null)[]) => Promise<(Person | undefined)[]>
  /** in the order in which they are named */
  readonly all: (named: readonly Pick<NamedPerson, 'personId'>[]) => Promise<Person[]>
  readonly namedIn: (mailboxId: string, on: Day) => Promise<readonly NamedPerson[]>
}

/** `expected`: those it will be asked for in any case, asked for together. */
export async function peopleBook(tx: Tx, expected: readonly string[]): Promise<PeopleBook> {
  const known = new Map<string, Person | undefined>()
  const learn = async (ids: readonly string[]): Promise<void> => {
    const missing = [...new Set(ids.filter(id => !known.has(id)))]
    if (missing.length === 0) return
    for (const id of missing) known.set(id, undefined)
    for (const person of await personsById(tx, missing)) known.set(person.id, person)
  }
  const named = new Map<string, readonly NamedPerson[]>()
  const byId: PeopleBook['byId'] = async ids => {
    await learn(ids.filter(id => id !== null))
    return ids.map(id => (id === null ? undefined : known.get(id)))
  }
  await learn(expected)
  return {
    byId,
    all: async people => [...new Set(await byId(people.map(it => it.personId)))].filter(it => it !== undefined),
    namedIn: async (mailboxId, on) => {
      const key = `${mailboxId} ${on}`
      const found = named.get(key) ?? (await namedPeople(tx, mailboxId, on))
      named.set(key, found)
      return found
    },
  }
}
