import { organisations, permissionsOf, labelOf, roleNames } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import type { Day } from '#kernel/day.ts'
import { keptFor, kinds } from '../retention/kinds.ts'
import { schedulesOn, type Schedule } from '../retention/schedule.sql.ts'
import { categories, type Category, type CategoryKey } from './category.ts'
import { storedTables, type StoredTable } from './record.sql.ts'
import { categoryOfTable } from './tables.ts'

/** One line of the record of processing. */
export type Processing = Pick<Category, 'label' | 'about' | 'why' | 'basis' | 'special' | 'leaves'> & {
  readonly seenBy: readonly string[]
  /** each with what the time counts from: `Enquiries: 6 years from closing` */
  readonly kept: readonly string[]
  readonly tables: readonly StoredTable[]
}

export type ProcessingRecord = {
  readonly council: string
  readonly lines: readonly Processing[]
  readonly partners: readonly string[]
  readonly measures: readonly string[]
}

/** The record of processing (UK GDPR, article 30) and the facts of an assessment, as the council is configured now. */
export async function processingRecord(tx: Tx, today: Day): Promise<ProcessingRecord> {
  const [tables, schedules, council, partners, days, hidden, secondPerson] = await Promise.all([
    storedTables(tx),
    schedulesOn(tx, today),
    setting(tx, 'council.name'),
    organisations(tx),
    setting(tx, 'enquiries.keep-traces-days'),
    setting(tx, 'enquiries.hidden-data'),
    setting(tx, 'enquiries.restricted-needs-review'),
  ])
  const lines = (Object.entries(categories) as [CategoryKey, Category][]).map(([key, it]) => ({
    label: it.label,
    about: it.about,
    why: it.why,
    basis: it.basis,
    special: it.special,
    leaves: it.leaves,
    seenBy: rolesWith(it.seenWith),
    kept: keptBy(it, schedules, days),
    tables: tables.filter(({ name }) => categoryOfTable.get(name) === key),
  }))
  return { council, lines, partners: partners.map(it => it.name), measures: measuresOf(tables, hidden, secondPerson) }
}

function keptBy(it: Category, schedules: readonly Schedule[], days: number): string[] {
  const none = ['No time is set: as long as the account or the council it belongs to']
  const lines = it.keptBy.map(by => {
    if (by === 'traces') return `What is only a trace: ${days} days`
    const months = schedules.find(schedule => schedule.kind === by)?.keepMonths ?? null
    return `${kinds[by].text}: ${keptFor(months).toLowerCase()}${months === null ? '' : ` from ${kinds[by].from}`}`
  })
  return lines.length > 0 ? lines : none
}

const rolesWith = (permissions: Category['seenWith']): string[] =>
  roleNames.filter(role => permissions.some(it => permissionsOf([role]).has(it))).map(labelOf)

const measuresOf = (tables: readonly StoredTable[], hidden: string, secondPerson: string): string[] => [
  `Policies in the database decide over every row of ${tables.filter(it => it.guarded).length} of ${tables.length} tables; the program owns none of them`,
  'Restricted matters are seen by their member, their holder and the named people of their mailbox; every view is logged',
  'Who did and who saw what is kept in a chain that shows any change',
  secondPerson === 'yes'
    ? 'A second person reads every answer to a restricted enquiry'
    : 'Answers to restricted enquiries go without a second person',
  hidden === 'ask'
    ? 'Files that hide something go only when the sender says why'
    : 'Files that hide something do not go',
  'What is given out about people is read by a second person; what is taken out is in no byte of it',
]
