import { allow, refuse, refuseAll, type Refusal, type Result } from '#kernel/result.ts'
import { listInWords, oneLine } from '#kernel/text.ts'
import type { Tx } from '#platform/db/database.ts'
import { isAddress } from './address.ts'
import { addPeople, refuseTakenAddresses } from './appoint.ts'
import { insertRoles, readPersonByAddress, readPersons } from './person.sql.ts'
import type { Person } from './person.ts'
import { isRole, roleNames, type Role } from './roles.ts'

export type TakingOn = { readonly email: string; readonly name: string; readonly roles: readonly string[] }

export type TakenOn = {
  readonly person: Person
  /** false: they were here before and have the roles now, too */ readonly added: boolean
}

/** What the pages ask for with these roles no line of a command says: a ward and days, an organisation. */
const needMore: Partial<Record<Role, string>> = {
  member: 'A member needs a ward: use `member import`, or add them on the page People',
  partner: 'A partner needs an organisation: add them on the page People',
}

/**
 * Adds somebody with roles, or gives the roles to whoever has the address already, taking nothing away and leaving the
 * name as it is. For the command line, which brings the first administrator of a council in. Refusals name the field:
 * `email`, `name` or `roles`.
 */
export async function takeOn(tx: Tx, given: TakingOn): Promise<Result<TakenOn>> {
  const it = {
    email: given.email.trim(),
    name: oneLine(given.name),
    roles: given.roles.map(role => role.trim()).filter(Boolean),
  }
  const refused = refuseAll([...wrongAddress(it.email), ...wrongRoles(it.roles)])
  if (refused) return refused
  const roles = it.roles.filter(isRole)
  const known = await readPersonByAddress(tx, it.email)
  if (known) return giveRoles(tx, known, roles)
  if (it.name === '' || it.name.length > 200) return refuse('no-name', 'Enter a name of at most 200 characters', 'name')
  const taken = await refuseTakenAddresses(tx, it as TakingOn & { roles: Role[] }, null)
  if (taken) return taken
  const [id = ''] = await addPeople(tx, [{ email: it.email, name: it.name, roles }])
  return allow({ person: await personWith(tx, id), added: true })
}

async function giveRoles(tx: Tx, known: Person, roles: readonly Role[]): Promise<Result<TakenOn>> {
  if (known.disabled) return refuse('disabled', `${known.name} has this address and may no longer sign in`, 'email')
  await insertRoles(
    tx,
    roles.map(role => ({ person: known.id, role })),
    null,
  )
  return allow({ person: await personWith(tx, known.id), added: false })
}

const personWith = async (tx: Tx, id: string): Promise<Person> => (await readPersons(tx, [id]))[0]!

const wrongAddress = (email: string): Refusal[] =>
  isAddress(email)
    ? []
    : [refuse('not-an-address', 'Enter an email address in the right form, like name@council.example', 'email').refusal]

function wrongRoles(words: readonly string[]): Refusal[] {
  const offered = roleNames.filter(role => !needMore[role])
  const say = (code: string, text: string): Refusal => refuse(code, text, 'roles').refusal
  if (words.length === 0) return [say('no-role', `Enter at least one role: ${listInWords(offered, 'or')}`)]
  return words.flatMap(word => {
    if (!isRole(word)) return [say('no-such-role', `There is no role “${word}”. Enter ${listInWords(offered, 'or')}`)]
    return needMore[word] ? [say('needs-more', needMore[word])] : []
  })
}
