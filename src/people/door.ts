import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import { addPeople } from './appoint.ts'
import * as council from './council.sql.ts'
import { keyOf, type Directorate, type Organisation, type Service, type Ward } from './council.ts'
import { insertDelegations, updateRevoked, type NewDelegation } from './delegation.sql.ts'
import * as memberSql from './member.sql.ts'
import type { Member, NewMember } from './member.ts'
import { heldNames } from './names.ts'
import * as personSql from './person.sql.ts'
import type { NewPerson, Person } from './person.ts'

export { isId } from './given-id.ts'
export type { Directorate, Organisation, Service, Ward } from './council.ts'
export type { NewDelegation } from './delegation.sql.ts'
export type { Member, NewMember } from './member.ts'
export type { NewPerson, Person } from './person.ts'
export type { Permission } from './permissions.ts'
export type { Role } from './roles.ts'
export { readChoices as noticeChoices, readChoicesOf as noticeChoicesOf } from './notices/choice.sql.ts'
export type { Topic as NoticeTopic } from './notices/choice.ts'
export { topics as noticeTopics } from './notices/choice.ts'
export { stopPath } from './notices/stop.ts'
export type { SecurityNotice } from './deps.ts'
export type { SignInMail } from './sign-in-link.ts'
export type { AddressProofMail } from './addresses/prove.ts'
export { isServing } from './member.ts'
export { labelOf, permissionsOf, roleNames, unknownPermissions } from './roles.ts'
export { createSignInLink } from './sign-in-link.ts'
export { heldNames, type Names as CouncilNames } from './names.ts'
export { identify, sessionCookie, viewerFor } from './viewer.ts'
export { importPeople, undoImportById, type ImportReport } from './import/by-command.ts'
export type { Undone } from './import/undo.ts'
export { takeOn } from './take-on.ts'
export { createApiToken } from './api-token.ts'
export { sweepLinks } from './sign-in-link.ts'
export { importPlaces, type PlacesAsked, type PlacesReport } from './places/import-places.ts'
export { locate, type Located, type Somewhere } from './places/locate.ts'
export { mapAddress } from './places/map-page.ts'
export { isPoint, pointIn, pointInWords, type Point } from './places/point.ts'
export { isNearlyPostcode, postcodeIn, postcodeOf } from './places/postcode.ts'

// ---- asking ----

/** Undefined for nobody; a disabled person is found, and says so. */
export const personById = async (tx: Tx, id: string): Promise<Person | undefined> =>
  (await personSql.readPersons(tx, [id]))[0]

/** By surname; ids of nobody are left out. */
export const personsById = (tx: Tx, ids: readonly string[]): Promise<Person[]> => personSql.readPersons(tx, ids)

/** Whose address this is: first or further verified address, in any case. Disabled people are found, and say so. */
export const personByAddress = (tx: Tx, address: string): Promise<Person | undefined> =>
  personSql.readPersonByAddress(tx, address)

/** Everybody not disabled, by surname: for lists to choose from. */
export const presentPersons = (tx: Tx): Promise<Person[]> => personSql.readPresentPersons(tx)

/** Names by id; ids of nobody are left out. */
export async function personNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { person } = await heldNames(tx)
  return new Map(
    ids.flatMap(id => {
      const found = person(id)
      return found ? [[id, found.name] as const] : []
    }),
  )
}

/** Members in office on that day, by surname. */
export const servingMembers = (tx: Tx, today: Day): Promise<Member[]> => memberSql.readServingMembers(tx, today)

/** Whom the viewer may act for on that day: themselves first, when a member, then those who delegated to them. */
export const membersFor = (tx: Tx, viewer: Viewer, today: Day): Promise<Member[]> =>
  viewer.person === null ? Promise.resolve([]) : memberSql.readMembersActedFor(tx, viewer.person, today, ['act'])

/** Whose enquiries the viewer sees on that day: whom they act for, and whom they only follow. */
export const membersSeenBy = (tx: Tx, viewer: Viewer, today: Day): Promise<Member[]> =>
  viewer.person === null
    ? Promise.resolve([])
    : memberSql.readMembersActedFor(tx, viewer.person, today, ['act', 'follow'])

/** True when the viewer is that member, or works for that member on that day. */
export const actsFor = async (tx: Tx, viewer: Viewer, memberId: string, today: Day): Promise<boolean> =>
  (await membersFor(tx, viewer, today)).some(member => member.id === memberId)

export const wards = (tx: Tx): Promise<Ward[]> => council.readWards(tx)
export const directorates = (tx: Tx): Promise<Directorate[]> => council.readDirectorates(tx)
export const services = (tx: Tx): Promise<Service[]> => council.readServices(tx)
export const organisations = (tx: Tx): Promise<Organisation[]> => council.readOrganisations(tx)

/** Whom lateness in a service climbs to. Null where nobody is named or the named one is disabled. */
export const headsOf = (tx: Tx, serviceId: string): Promise<{ headId: string | null; directorId: string | null }> =>
  council.readHeads(tx, serviceId)

// ---- setting up, many at once: imports and the demonstration. Addresses taken, keys in use and the like throw ----

/** Adds people with their roles and further addresses; ids in the order given. */
export const addPersons = (tx: Tx, people: readonly NewPerson[]): Promise<string[]> => addPeople(tx, people)

export const addPerson = async (tx: Tx, it: NewPerson): Promise<string> => (await addPeople(tx, [it]))[0]!

/** Makes people members of a ward; a second time changes what is known of them. */
export const addMembers = (tx: Tx, members: readonly NewMember[]): Promise<void> => memberSql.saveMembers(tx, members)

export const addMember = (tx: Tx, it: NewMember): Promise<void> => memberSql.saveMembers(tx, [it])

type Named = { readonly name: string; /** made from the name when left out */ readonly key?: string }

const keyed = <T extends Named>(it: T): T & { key: string } => ({ ...it, key: it.key ?? keyOf(it.name) })

export const addWard = (tx: Tx, it: Named): Promise<string> => council.insertWard(tx, keyed(it))
export const addGroup = (tx: Tx, it: { readonly name: string }): Promise<string> => council.insertGroup(tx, it.name)
export const addOrganisation = (tx: Tx, it: Named): Promise<string> => council.insertOrganisation(tx, keyed(it))

export const addDirectorate = (tx: Tx, it: Named & { directorId?: string | null }): Promise<string> =>
  council.insertDirectorate(tx, keyed({ directorId: null, ...it }))

export const addService = (tx: Tx, it: Named & { directorateId: string; headId?: string | null }): Promise<string> =>
  council.insertService(tx, keyed({ headId: null, ...it }))

/** Says for which partner somebody answers; null takes them out. */
export const placeWithPartner = (tx: Tx, personId: string, organisationId: string | null): Promise<void> =>
  council.savePartnerPerson(tx, personId, organisationId)

/** Lets assistants act for members. */
export const delegate = (tx: Tx, delegations: readonly NewDelegation[]): Promise<string[]> =>
  insertDelegations(tx, delegations)

/** Ends a delegation at once; false when that member has none such. */
export const revokeDelegation = (tx: Tx, id: string, memberId: string, at: Date): Promise<boolean> =>
  updateRevoked(tx, id, memberId, at)
export { eraseSessionsBefore } from './erase.sql.ts'
