import postgres from 'postgres'
import type { Statement } from './at-once.ts'
import type { Tx } from './database.ts'

/**
 * A question that can be asked together with others: its statement, and what its rows become. The rows come as JSON with
 * their columns in camel case: days stay days, moments are ISO text, bytes do not travel.
 */
export type Asking<T> = { readonly statement: Statement; readonly read: (rows: Row[]) => T }

// what a statement gives is for its author to know, as everywhere in SQL
// oxlint-disable-next-line typescript/no-explicit-any
type Row = any

type Answers<T extends readonly Asking<unknown>[]> = {
  readonly [K in keyof T]: T[K] extends Asking<infer Answer> ? Answer : never
}

/**
 * Asks several questions as one: what it costs to send, to begin and to answer a question is paid once, which for the
 * few rows of one enquiry is most of it. All of them see the same moment.
 */
export async function askAtOnce<T extends readonly Asking<unknown>[]>(tx: Tx, ...asked: T): Promise<Answers<T>> {
  const parts = asked.map(
    ({ statement }, i) =>
      tx`${i > 0 ? tx`,` : tx``} (select coalesce(json_agg(q), '[]') from (${statement}) q) as ${tx(`part_${i}`)}`,
  )
  const [found] = await tx<Record<string, object[]>[]>`select ${parts}`
  return asked.map(({ read }, i) => read(found![`part${i}`]!.map(inCamelCase))) as Answers<T>
}

/** The same for one. */
export const ask = async <T>(tx: Tx, asked: Asking<T>): Promise<T> => (await askAtOnce(tx, asked))[0]

const inCamelCase = (row: object): object =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value]))

const known = new Map<string, string>()

/** There are as many as there are columns. */
function camel(name: string): string {
  const found = known.get(name) ?? postgres.toCamel(name)
  known.set(name, found)
  return found
}
