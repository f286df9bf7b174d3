import type { Tx } from '#platform/db/database.ts'
import { personMark, wardMark } from './index-words.ts'
import { askedOf, questionIn, type Asked, type Named, type Question } from './question.ts'

/** A first name that half the council has says little; beyond so many nobody looks at them all. */
const mostNamed = 200

/** Whom and which wards single words name: a person by any part of their name, a ward by any word of its. */
async function namedIn(tx: Tx, { terms }: Question): Promise<Named> {
  const words = terms.filter(term => term.words.length === 1).map(term => term.words[0]!.plain)
  if (words.length === 0) return new Map()
  const rows = await tx<{ word: string; person: string | null; ward: string | null }[]>`
    select w.word, p.id as person, null::uuid as ward
    from unnest(${words}::text[]) w (word)
    join people.person p on replace(p.sort_name, '''', '') ~ ('\\m' || w.word || '\\M')
    union all
    select w.word, null, d.id
    from unnest(${words}::text[]) w (word)
    join people.ward d on platform.plain(d.name) ~ ('\\m' || w.word || '\\M')
    limit ${mostNamed}
  `
  const marks = rows.map(it => [it.word, it.person ? personMark(it.person) : wardMark(it.ward!)] as const)
  return new Map([...Map.groupBy(marks, ([word]) => word)].map(([word, its]) => [word, its.map(it => it[1])]))
}

/** What somebody typed, understood and ready to be asked of the index. */
export type Sought = { readonly question: Question; readonly asked: Asked | undefined }

export async function soughtIn(tx: Tx, typed: string): Promise<Sought> {
  const question = questionIn(typed)
  return { question, asked: askedOf(question, await namedIn(tx, question)) }
}
