import { heldNames, type CouncilNames } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { personMark, wardMark } from './index-words.ts'
import { askedOf, questionIn, type Asked, type Named, type Question } from './question.ts'

/** A first name that half the council has says little; beyond so many nobody looks at them all. */
const mostNamed = 200

/** Whom and which wards single words name: a person by any part of their name, a ward by any word of its. */
function namedIn({ terms }: Question, names: CouncilNames): Named {
  const words = terms.filter(term => term.words.length === 1).map(term => term.words[0]!.plain)
  const marks = words.flatMap(word =>
    names.called(word).map(({ kind, id }) => [word, kind === 'person' ? personMark(id) : wardMark(id)] as const),
  )
  const some = marks.slice(0, mostNamed)
  return new Map([...Map.groupBy(some, ([word]) => word)].map(([word, its]) => [word, its.map(it => it[1])]))
}

/** What somebody typed, understood and ready to be asked of the index. */
export type Sought = { readonly question: Question; readonly asked: Asked | undefined }

export async function soughtIn(tx: Tx, typed: string): Promise<Sought> {
  const question = questionIn(typed)
  return { question, asked: askedOf(question, namedIn(question, await heldNames(tx))) }
}
