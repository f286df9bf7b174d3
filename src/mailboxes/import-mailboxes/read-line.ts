import { allow, refuse, refuseAll, type Refusal, type Result } from '#kernel/result.ts'
import type { Person } from '#people/door.ts'
import type { CsvLine } from '#platform/csv.ts'
import { formOf } from '#platform/http/form.ts'
import { fieldsFrom, readMailbox } from '../edit-mailbox/edit-mailbox.ts'
import type { Mailbox } from '../mailbox.ts'
import type { MailboxFacts } from '../set-up.sql.ts'

/** The columns of the file. Everything but `key`, `address`, `name` and `service` may be empty or missing. */
export const importColumns = [
  'key',
  'address',
  'name',
  'phone',
  'service',
  'owner',
  'target',
  'restricted',
  'purpose',
] as const

/** Whom and what a line may name. */
export type Nameable = {
  /** services and partner organisations, by key and by name in small letters */
  readonly services: ReadonlyMap<string, string>
  readonly organisations: ReadonlyMap<string, string>
  readonly personAt: (address: string) => Promise<Person | undefined>
}

export type Wanted = {
  readonly facts: MailboxFacts
  /** undefined: the file does not say */ readonly owner: Person | undefined
}

/** What a line says of a mailbox, by the rules of the form; what it leaves empty stays as it is with `known`. */
export async function readLine(
  { cells }: CsvLine,
  known: Mailbox | undefined,
  nameable: Nameable,
): Promise<Result<Wanted>> {
  const cell = (name: (typeof importColumns)[number]): string => cells[name] ?? ''
  const { services, organisations } = nameable
  const service = cell('service').toLowerCase()
  const runBy = services.get(service) ?? organisations.get(service)
  const owner = cell('owner') === '' ? undefined : await nameable.personAt(cell('owner'))
  const wrong = [
    ...wrongService(cell('service'), runBy, known),
    ...wrongOwner(cell('owner'), owner),
    ...(['', 'yes', 'no'].includes(cell('restricted').toLowerCase())
      ? []
      : [refuse('restricted', 'Restricted must be yes or no', 'restricted').refusal]),
  ]
  const said = {
    name: cell('name'),
    address: cell('address'),
    phone: cell('phone'),
    limit: cell('target'),
    restricted: cell('restricted').toLowerCase(),
    purpose: cell('purpose'),
    runBy,
  }
  const before = known ? fieldsFrom(known) : { purpose: `Enquiries for ${cell('name')}`, restricted: 'no' }
  const filled = Object.fromEntries(Object.entries(said).filter(([, value]) => value))
  const reach = { services: [...services.values()], organisations: [...organisations.values()] }
  const facts = readMailbox(formOf({ ...before, ...filled, key: cell('key') }), reach)
  const refused = refuseAll([...(facts.ok ? [] : namedOnce(facts.refusal)), ...wrong])
  return refused ?? (facts.ok ? allow({ facts: facts.value, owner }) : facts)
}

/** The line has words of its own for who runs it. */
const namedOnce = (refusal: Refusal): Refusal[] =>
  [refusal, ...(refusal.also ?? [])].filter(it => it.field !== 'runBy').map(({ also: _, ...it }) => it)

function wrongService(typed: string, runBy: string | undefined, known: Mailbox | undefined): Refusal[] {
  if (runBy || (typed === '' && known)) return []
  if (typed === '') return [refuse('run-by', 'Enter the service or partner that runs it', 'service').refusal]
  const words = `There is no service or partner called “${typed}”. Add it on the page People first`
  return [refuse('run-by', words, 'service').refusal]
}

const mayOwn: readonly string[] = ['owner', 'proper-officer', 'partner']

function wrongOwner(typed: string, owner: Person | undefined): Refusal[] {
  if (typed === '') return []
  if (!owner || owner.disabled)
    return [refuse('owner', `Nobody here has the address ${typed}. Add the owner as a person first`, 'owner').refusal]
  if (owner.roles.some(role => mayOwn.includes(role))) return []
  return [refuse('owner', `${owner.name} needs the role Mailbox owner first`, 'owner').refusal]
}
