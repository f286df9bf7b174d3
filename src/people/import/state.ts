import { inWords, type Day } from '#kernel/day.ts'
import { listInWords } from '#kernel/text.ts'
import { labelOf, type Role } from '../roles.ts'

/** What an import may change of somebody, and nothing else. */
export type State = {
  readonly name: string
  readonly email: string
  readonly title: string
  readonly phone: string
  readonly roles: readonly Role[]
  /** null: no member */
  readonly ward: string | null
  readonly group: string | null
  readonly fromOn: Day | null
  readonly untilOn: Day | null
  readonly disabled: boolean
}

export type Field = keyof State

const fields: readonly Field[] = [
  'name',
  'email',
  'title',
  'phone',
  'roles',
  'ward',
  'group',
  'fromOn',
  'untilOn',
  'disabled',
]

const names: Record<Field, string> = {
  name: 'Name',
  email: 'Email',
  title: 'What they do',
  phone: 'Phone',
  roles: 'Roles',
  ward: 'Ward',
  group: 'Political group',
  fromOn: 'Took office',
  untilOn: 'Last day in office',
  disabled: 'May sign in',
}

/** Roles compare as sets; everything else as it stands. */
export const isSame = (field: Field, a: State, b: State): boolean => valueOf(field, a) === valueOf(field, b)

const valueOf = (field: Field, state: State): string =>
  field === 'roles' ? state.roles.toSorted().join() : String(state[field] ?? '')

/** The fields in which two states differ. */
export const differing = (a: State, b: State): Field[] => fields.filter(field => !isSame(field, a, b))

/** `Ward: Coldharbour, was Priory`. */
export const changeInWords = (field: Field, from: State, to: State): string =>
  `${names[field]}: ${inWordsOf(field, to)}, was ${inWordsOf(field, from)}`

export const nameOf = (field: Field): string => names[field]

function inWordsOf(field: Field, state: State): string {
  if (field === 'roles') return listInWords(state.roles.map(labelOf)) || 'none'
  if (field === 'disabled') return state.disabled ? 'no' : 'yes'
  if (field === 'fromOn' || field === 'untilOn') return state[field] ? inWords(state[field]) : 'none'
  return state[field] || 'none'
}
