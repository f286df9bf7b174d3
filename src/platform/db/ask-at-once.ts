import postgres from 'postgres'
import type { Statement } from './at-once.ts'
import type { Seer, Tx } from './database.ts'

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
export const askAtOnce = <T extends readonly Asking<unknown>[]>(tx: Tx, ...asked: T): Promise<Answers<T>> =>
  answersTo(asked, asOne(tx, asked).execute())

/**
 * The same with somebody else's sight, which is put `back` in the same breath: whatever is asked beside it, before or
 * after, keeps its own.
 */
export async function askAtOnceAs<T extends readonly Asking<unknown>[]>(
  tx: Tx,
  seer: Seer,
  back: Seer,
  ...asked: T
): Promise<Answers<T>> {
  // written one after the other without waiting: nothing else can come between them
  const [, answers] = await Promise.all([
    tx`select set_config('app.viewer', ${seer}, true)`.execute(),
    answersTo(asked, asOne(tx, asked).execute()),
    tx`select set_config('app.viewer', ${back}, true)`.execute(),
  ])
  return answers
}

function asOne(tx: Tx, asked: readonly Asking<unknown>[]) {
  const parts = asked.map(
    ({ statement }, i) =>
      tx`${i > 0 ? tx`,` : tx``} (select coalesce(json_agg(q), '[]') from (${statement}) q) as ${tx(`part_${i}`)}`,
  )
  return tx<Record<string, object[]>[]>`select ${parts}`
}

async function answersTo<T extends readonly Asking<unknown>[]>(
  asked: T,
  question: PromiseLike<readonly Record<string, object[]>[]>,
): Promise<Answers<T>> {
  const [found] = await question
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
