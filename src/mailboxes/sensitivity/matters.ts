import { foundAt, type Finding } from './finding.ts'
import type { Match } from './phrases.ts'
import type { ReadText, Token } from './read-text.ts'
import { countsAs } from './word-lists.ts'

/** Words for a person that stand before what is told of them, and the shorter reach behind it. */
const reachBefore = 9
const reachAfter = 5

const subjects = new Set(
  'i im ive he she hes shes him her his hers they theyre them me we were us who hell shell weve theyve'.split(' '),
)
const owners = new Set('my his her their our your hers whose'.split(' '))

/**
 * What a text tells of somebody: phrases of the lists, those that need it only near a word for a person, a child or an
 * employee in the same sentence. What lies within an innocent phrase does not count.
 */
export function mattersIn(read: ReadText, matches: readonly Match[]): Finding[] {
  const innocent = coveredBy(matches.filter(it => it.list === 'innocent'))
  const signs = matches.filter(it => countsAs(it.list).kind && !innocent.has(it.first) && !innocent.has(it.last))
  const marks = marksOf(read.tokens, matches, innocent)
  return widest(signs.filter(it => counts(it, read.tokens, marks))).map(({ list, first, last }) =>
    foundAt(countsAs(list).kind!, read.tokens[first]!.from, read.tokens[last]!.to),
  )
}

function coveredBy(matches: readonly Match[]): Set<number> {
  const covered = new Set<number>()
  for (const { first, last } of matches) for (let at = first; at <= last; at++) covered.add(at)
  return covered
}

type Marks = Readonly<Record<'person' | 'child' | 'employee', ReadonlySet<number>>>

function marksOf(tokens: readonly Token[], matches: readonly Match[], innocent: ReadonlySet<number>): Marks {
  const of = (list: string) => coveredBy(matches.filter(it => it.list === list && !innocent.has(it.first)))
  const child = of('child')
  const pronouns = tokens.flatMap((token, at) => (subjects.has(token.plain) ? [at] : []))
  return { child, employee: of('employee'), person: new Set([...of('person'), ...child, ...pronouns]) }
}

function counts({ list, first, last }: Match, tokens: readonly Token[], marks: Marks): boolean {
  const { near } = countsAs(list)
  if (!near) return true
  const { sentence } = tokens[first]!
  const isMarked = (at: number): boolean => tokens[at]?.sentence === sentence && marks[near].has(at)
  if (near === 'person' && isOwned(first, tokens)) return true
  for (let at = first - reachBefore; at <= last + reachAfter; at++)
    if ((at < first || at > last) && isMarked(at)) return true
  return near === 'person' && holdsPerson(first, last, marks)
}

/** `my depression`, `her old conviction`: whose it is says that it is about somebody. */
const isOwned = (first: number, tokens: readonly Token[]): boolean =>
  [first - 1, first - 2].some(at => tokens[at]?.sentence === tokens[first]!.sentence && owners.has(tokens[at].plain))

/** The phrase names the person itself: `black woman`, `my ex`. */
function holdsPerson(first: number, last: number, { person }: Marks): boolean {
  for (let at = first; at <= last; at++) if (person.has(at)) return true
  return false
}

/** Of matches that lie in one another, and of those of one list that touch, the longest says it all. */
function widest(matches: readonly Match[]): Match[] {
  const kept: Match[] = []
  const furthest = new Map<string, number>()
  for (const it of matches.toSorted((a, b) => a.first - b.first || b.last - a.last)) {
    const kind = countsAs(it.list).kind!
    if (it.last <= (furthest.get(kind) ?? -1)) continue
    furthest.set(kind, it.last)
    kept.push(it)
  }
  return kept
}
