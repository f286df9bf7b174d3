import { foundAt, type Finding } from './finding.ts'
import type { Match, Ready } from './phrases.ts'
import { between, type ReadText, type Token } from './read-text.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** What may stand between `my son` and his name. */
const bridges =
  words(`called named name names is s are the little next door step who and mr mrs ms miss dr my our his her
  yw o enw eldest youngest years year old aged age at on`)
const titles = words('mr mrs ms miss mx dr')
const places =
  words(`street road lane close avenue way row court place square crescent park hill estate gardens drive grove green
  terrace view walk yard house hall school church church’s pub club bridge ward surgery hospital college primary academy centre station arms`)
/** Written with a capital, and yet no name. */
const notNames =
  words(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july
  august september october november december easter christmas ramadan diwali eid i im ive the this that it we he she they our my
  your his her please thank thanks dear hello hi yes no and but or if when where what why how who can could would will is are was
  benefit benefits services service protection care act centre tax support trust maintenance guides scouts brigade team report visit
  office council department english welsh polish irish british urdu year reception key stage send gp nhs police ehcp pip
  officer manager warden worker inspector has had have should said told never came did does in on at to for from of with`)

type Named = { readonly first: number; readonly last: number }

/** Names of children and of employees: beside a word for one, as `my son Tom`, `Ella, my daughter`, `Jane Smith in housing`. */
export function namesIn(read: ReadText, matches: readonly Match[], { names }: Ready): Finding[] {
  const shouted = isShouted(read.tokens)
  const find = (list: 'child' | 'employee', kind: 'child-name' | 'employee-name'): Finding[] =>
    matches
      .filter(it => it.list === list)
      .flatMap(it => {
        const named = behind(read, it, names, shouted) ?? before(read, it, names, shouted)
        return named ? [foundAt(kind, read.tokens[named.first]!.from, read.tokens[named.last]!.to)] : []
      })
  const children = find('child', 'child-name')
  const employees = [...find('employee', 'employee-name'), ...inTeams(read, names)]
  return once([...children, ...employees])
}

/** In a text that is all capitals a capital says nothing. */
const isShouted = (tokens: readonly Token[]): boolean => {
  const capitals = tokens.filter(it => it.capital).length
  return capitals > 6 && capitals > tokens.length * 0.6
}

const isTitle = (token: Token | undefined): boolean => token !== undefined && titles.has(token.plain)

function isName(token: Token | undefined, names: ReadonlySet<string>, shouted: boolean): token is Token {
  if (!token || /\d/.test(token.plain) || token.plain.length < 2) return false
  return names.has(token.plain) || (token.capital && !shouted && !notNames.has(token.plain) && !places.has(token.plain))
}

const mostBridges = 6

function behind(read: ReadText, match: Match, names: ReadonlySet<string>, shouted: boolean): Named | undefined {
  const { tokens } = read
  const { sentence } = tokens[match.last]!
  for (let at = match.last + 1; at <= match.last + mostBridges; at++) {
    const token = tokens[at]
    if (token?.sentence !== sentence) return undefined
    if (!bridges.has(token.plain) && isName(token, names, shouted)) return wholeName(read, at, names, shouted)
    if (!bridges.has(token.plain) && !/^\d+$/.test(token.plain)) return undefined
  }
  return undefined
}

/** From a first word on, all that belongs to the name; undefined when it turns out to be a street or a building. */
function wholeName(read: ReadText, first: number, names: ReadonlySet<string>, shouted: boolean): Named | undefined {
  const { tokens } = read
  let last = first
  while (last - first < 3 && goesOn(read, last, names, shouted)) last++
  const next = tokens[last + 1]
  const isPlace = next && places.has(next.plain) && next.capital && between(read, tokens[last]!, next) === ' '
  return isPlace ? undefined : { first, last }
}

const goesOn = (read: ReadText, at: number, names: ReadonlySet<string>, shouted: boolean): boolean => {
  const [here, next] = [read.tokens[at]!, read.tokens[at + 1]]
  return next !== undefined && /^[ -]$/.test(between(read, here, next)) && next.capital && isName(next, names, shouted)
}

/** `Ella, my daughter`, `Graham Pike, your tree officer`: a comma, then whose it is, then the word. */
function before(read: ReadText, match: Match, names: ReadonlySet<string>, shouted: boolean): Named | undefined {
  const { tokens } = read
  for (let at = match.first - 1; at >= match.first - 4; at--) {
    const token = tokens[at]
    if (token?.sentence !== tokens[match.first]!.sentence) return undefined
    const next = tokens[at + 1]!
    if (!/^,\s?$/.test(between(read, token, next))) continue
    if (!/^(?:my|our|his|her|your|the|a|an|their)$/.test(next.plain)) return undefined
    return isName(token, names, shouted) ? nameEnding(read, at, names, shouted) : undefined
  }
  return undefined
}

function nameEnding(read: ReadText, last: number, names: ReadonlySet<string>, shouted: boolean): Named | undefined {
  let first = last
  while (
    last - first < 3 &&
    first > 0 &&
    goesOn(read, first - 1, names, shouted) &&
    isName(read.tokens[first - 1], names, shouted)
  )
    first--
  const isKnown = first < last || names.has(read.tokens[last]!.plain) || read.tokens[last]!.capital
  return isKnown && !places.has(read.tokens[last]!.plain) ? { first, last } : undefined
}

const teams = words(
  'team office department depot benefits planning housing council revenues highways streets parking section unit desk',
)
const links = words('in from at of works who working for')
const fillers = words(
  'in from at of the your our a council tax housing planning works who working for town civic local street waste social care',
)

/** `Priya Nair in your housing team`, `Ms Okafor from benefits`. Needs a known first name or a title. */
function inTeams(read: ReadText, names: ReadonlySet<string>): Finding[] {
  const { tokens } = read
  const found: Finding[] = []
  for (let first = 0; first < tokens.length; first++) {
    if (!beginsName(read, first, names)) continue
    const last = lastOfName(read, first, names)
    if (last > first && leadsToTeam(tokens, last))
      found.push(foundAt('employee-name', tokens[first]!.from, tokens[last]!.to))
  }
  return found
}

const beginsName = ({ tokens }: ReadText, at: number, names: ReadonlySet<string>): boolean =>
  isTitle(tokens[at]) ||
  (tokens[at]!.capital && names.has(tokens[at]!.plain) && !/^(?:cllr|councillor)$/.test(tokens[at - 1]?.plain ?? ''))

function lastOfName(read: ReadText, first: number, names: ReadonlySet<string>): number {
  let last = first
  while (last - first < 3 && goesOn(read, last, names, false)) last++
  return last
}

function leadsToTeam(tokens: readonly Token[], last: number): boolean {
  if (!links.has(tokens[last + 1]?.plain ?? '')) return false
  for (let at = last + 2; at <= last + 6; at++) {
    const token = tokens[at]
    if (token?.sentence !== tokens[last]!.sentence) return false
    if (teams.has(token.plain) && !fillers.has(tokens[at + 1]?.plain ?? '') && !places.has(tokens[at + 1]?.plain ?? ''))
      return true
    if (!fillers.has(token.plain)) return false
  }
  return false
}

const once = (findings: readonly Finding[]): Finding[] => {
  const seen = new Set<string>()
  return findings.filter(({ kind, start }) => !seen.has(`${kind} ${start}`) && seen.add(`${kind} ${start}`))
}
