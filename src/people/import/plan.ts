import { createHash } from 'node:crypto'
import { addDays, type Day } from '#kernel/day.ts'
import type { WrongLine } from '#platform/csv.ts'
import type { Role } from '../roles.ts'
import { officerRoles, type ImportKind, type ReadFile, type Row } from './rows.ts'
import { differing, type State } from './state.ts'

/** Somebody who is here, by id. */
export type KnownPerson = { readonly id: string; readonly addresses: readonly string[]; readonly state: State }

/** What an import does to one person. */
export type Change = {
  readonly kind: 'joins' | 'changes' | 'leaves'
  /** undefined for somebody new */
  readonly person: string | undefined
  readonly before: State | null
  readonly after: State
}

export type Plan = {
  readonly changes: readonly Change[]
  readonly unchanged: number
  /** wards and groups that are not there yet */
  readonly newWards: readonly string[]
  readonly newGroups: readonly string[]
  readonly errors: readonly WrongLine[]
}

export type Asks = {
  readonly kind: ImportKind
  /** the file is the whole list: whoever is not in it leaves */
  readonly complete: boolean
  readonly today: Day
  /** who imports: they neither leave nor lose the administrator's role by their own file */
  readonly by: string | null
}

type Council = {
  readonly people: readonly KnownPerson[]
  readonly wards: readonly string[]
  readonly groups: readonly string[]
}

/** What a file would do, worked out from what is known now. Pure; nothing happens when there are errors. */
export function planImport(read: ReadFile, council: Council, asks: Asks): Plan {
  const file = { ...read, rows: spelt(read.rows, council) }
  const byAddress = new Map(council.people.flatMap(it => it.addresses.map(address => [address.toLowerCase(), it])))
  const found = file.rows.map(row => ({ row, known: byAddress.get(row.says.email) }))
  const errors = [...file.errors, ...twice(found), ...ownRole(found, asks)]
  const named = found.map(({ row, known }) => changeOf(row, known, asks))
  const leavers = asks.complete ? leaving(council.people, new Set(found.map(it => it.known?.id)), asks) : []
  if (asks.complete && asks.kind === 'officers') errors.push(...noAdministrator(council.people, named, leavers))
  const names = (field: 'ward' | 'group', there: readonly string[]) =>
    lacking(
      file.rows.map(row => row.says[field] ?? ''),
      there,
    )
  return {
    changes: errors.length > 0 ? [] : [...named.filter(it => it !== undefined), ...leavers],
    unchanged: named.filter(it => it === undefined).length,
    newWards: names('ward', council.wards),
    newGroups: names('group', council.groups),
    errors: errors.toSorted((a, b) => a.line - b.line),
  }
}

/** Two plans with the same hash do the same: what somebody confirmed is what is done. */
export const hashOfPlan = (plan: Plan): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([plan.changes, plan.newWards, plan.newGroups]))
    .digest()

/** Wards and groups as they are spelt already, or as the file spells them first. */
function spelt(rows: readonly Row[], { wards, groups }: Council): Row[] {
  const speller = (there: readonly string[]) => {
    const known = new Map(there.map(name => [name.toLowerCase(), name]))
    return (name: string): string => known.get(name.toLowerCase()) ?? (known.set(name.toLowerCase(), name), name)
  }
  const [ward, group] = [speller(wards), speller(groups)]
  return rows.map(({ line, says }) => ({
    line,
    says: { ...says, ...(says.ward && { ward: ward(says.ward) }), ...(says.group && { group: group(says.group) }) },
  }))
}

type Found = { readonly row: Row; readonly known: KnownPerson | undefined }

function changeOf({ says }: Row, known: KnownPerson | undefined, { kind }: Asks): Change | undefined {
  const roles = rolesAfter(kind, known?.state.roles ?? [], says.roles ?? [])
  if (!known) return { kind: 'joins', person: undefined, before: null, after: { ...nobodyYet, ...says, roles } }
  // whoever is named in the file may sign in; their first address stays what it was
  const after = { ...known.state, ...says, email: known.state.email, roles, disabled: false }
  const before = known.state
  return differing(before, after).length > 0 ? { kind: 'changes', person: known.id, before, after } : undefined
}

const nobodyYet: State = {
  name: '',
  email: '',
  title: '',
  phone: '',
  roles: [],
  ward: null,
  group: null,
  fromOn: null,
  untilOn: null,
  disabled: false,
}

/** A file of members gives that role and takes none; one of officers says all roles but those it cannot give. */
const rolesAfter = (kind: ImportKind, had: readonly Role[], given: readonly Role[]): Role[] =>
  kind === 'members'
    ? [...new Set<Role>([...had, 'member'])]
    : [...had.filter(role => !officerRoles.includes(role)), ...given]

/** Serving members leave office, officers can no longer sign in. Whoever is both stays what the file does not speak of. */
function leaving(people: readonly KnownPerson[], named: ReadonlySet<string | undefined>, asks: Asks): Change[] {
  const rest = people.filter(it => !named.has(it.id) && !it.state.disabled && it.id !== asks.by)
  if (asks.kind === 'members')
    return rest
      .filter(({ state }) => state.ward !== null && (state.untilOn === null || state.untilOn >= asks.today))
      .map(({ id, state }) => {
        const last = addDays(asks.today, -1)
        const untilOn = state.fromOn && state.fromOn > last ? state.fromOn : last
        return { kind: 'leaves', person: id, before: state, after: { ...state, untilOn } }
      })
  return rest
    .filter(({ state }) => state.roles.some(role => officerRoles.includes(role) && role !== 'assistant'))
    .map(({ id, state }) => {
      const others = state.roles.filter(role => role === 'member' || role === 'assistant' || role === 'partner')
      const after = others.length > 0 ? { ...state, roles: others } : { ...state, disabled: true }
      return { kind: 'leaves', person: id, before: state, after }
    })
}

/** Somebody with two addresses could stand in the file twice, and the second line would undo the first. */
function twice(found: readonly Found[]): WrongLine[] {
  const seen = new Map<string, number>()
  return found.flatMap(({ row, known }) => {
    const before = known && seen.get(known.id)
    if (known) seen.set(known.id, row.line)
    if (before === undefined) return []
    const words = `${known!.state.name} stands on line ${before} already, with another address`
    return [{ line: row.line, column: 'email', words }]
  })
}

const ownRole = (found: readonly Found[], { kind, by }: Asks): WrongLine[] =>
  found
    .filter(({ row, known }) => kind === 'officers' && known?.id === by && by !== null && !isAdmin(row.says.roles))
    .map(({ row }) => ({
      line: row.line,
      column: 'roles',
      words: 'Ask another administrator to take the administrator role from you',
    }))

function noAdministrator(
  people: readonly KnownPerson[],
  named: readonly (Change | undefined)[],
  leavers: readonly Change[],
): WrongLine[] {
  const changed = new Map([...named, ...leavers].flatMap(it => (it?.person ? [[it.person, it.after] as const] : [])))
  const after = [...people.map(it => changed.get(it.id) ?? it.state), ...named.flatMap(it => it?.after ?? [])]
  if (after.some(it => isAdmin(it.roles) && !it.disabled)) return []
  return [{ line: 1, words: 'Add at least one administrator to the file: nobody would be left to let people in' }]
}

const isAdmin = (roles: readonly Role[] | undefined): boolean => roles?.includes('admin') ?? false

/** Names that are not there yet, each once, as it is first spelt. */
function lacking(names: readonly string[], there: readonly string[]): string[] {
  const known = new Set(['', ...there.map(it => it.toLowerCase())])
  const isNew = (name: string): boolean => !known.has(name.toLowerCase()) && Boolean(known.add(name.toLowerCase()))
  return names.filter(isNew)
}
