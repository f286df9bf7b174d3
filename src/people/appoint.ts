import { refuse, type Refused } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import type { NewPerson } from './person.ts'
import {
  deleteAddressesExcept,
  deleteRolesExcept,
  insertAddresses,
  insertPersons,
  insertRoles,
  lockAddresses,
  readAddressesTaken,
  updatePerson,
} from './person.sql.ts'

/** Adds people with their roles and further addresses; their ids, in the order given. Throws when an address is taken. */
export async function addPeople(tx: Tx, people: readonly NewPerson[], by: string | null = null): Promise<string[]> {
  const ids = await insertPersons(tx, people)
  const each = <T>(of: (it: NewPerson) => readonly T[] | undefined) =>
    people.flatMap((it, at) => (of(it) ?? []).map(value => ({ person: ids[at]!, value })))
  await insertRoles(
    tx,
    each(it => it.roles).map(({ person, value }) => ({ person, role: value })),
    by,
  )
  await insertAddresses(
    tx,
    each(it => it.otherAddresses).map(({ person, value }) => ({ person, address: value })),
  )
  return ids
}

/** Makes somebody as the form says: name, addresses and roles; what the form leaves out is taken away. */
export async function changePerson(tx: Tx, id: string, it: NewPerson, by: string | null): Promise<void> {
  const [roles, addresses] = [it.roles ?? [], it.otherAddresses ?? []]
  await updatePerson(tx, id, it)
  await deleteRolesExcept(tx, id, roles)
  await insertRoles(
    tx,
    roles.map(role => ({ person: id, role })),
    by,
  )
  await deleteAddressesExcept(tx, id, addresses)
  await insertAddresses(
    tx,
    addresses.map(address => ({ person: id, address })),
  )
}

/**
 * Refuses addresses that somebody else has, naming the field. Holds other changes of addresses back until the
 * transaction ends, so that what was free stays free.
 */
export async function refuseTakenAddresses(tx: Tx, it: NewPerson, except: string | null): Promise<Refused | undefined> {
  await lockAddresses(tx)
  const [taken] = await readAddressesTaken(tx, [it.email, ...(it.otherAddresses ?? [])], except)
  if (taken === undefined) return undefined
  const field = taken.toLowerCase() === it.email.toLowerCase() ? 'email' : 'otherAddresses'
  return refuse('address-taken', `Enter an address that nobody else has. ${taken} belongs to somebody already`, field)
}
