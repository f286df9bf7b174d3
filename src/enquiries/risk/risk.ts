/** How many were, and of them how many were late in the end. */
export type Counted = { readonly n: number; readonly late: number }

/** What is known of an open enquiry on a morning. */
export type Situation = {
  readonly topicId: string | null
  /** working days after today until it is due; 0 on the day itself */
  readonly daysLeft: number
  /** how much its holder has; null while nobody has it */
  readonly load: number | null
}

/** Past enquiries that stood alike on some morning, each counted once for each number of days left. */
export type Cell = Situation & Counted

/** How much a holder has, against what holders had: a third of the past mornings is in each of the three. */
export type Band = 'nobody' | 'little' | 'middling' | 'much'

/** What the past teaches: counted, and how strongly few cases lean on many. */
export type Model = {
  readonly cuts: readonly [number, number]
  readonly strength: number
  readonly all: Counted
  readonly counts: ReadonlyMap<string, Counted>
}

/** How likely it is to be late, with what speaks for that: the share of those with as many days left, and of what is more. */
export type Risk = {
  /** between 0 and 1 */
  readonly share: number
  readonly daysLeft: number
  readonly alike: Counted
  readonly topic: Counted
  readonly band: Band
  readonly holding: Counted
}

/** Further from the due date than this says nothing more. */
export const farthest = 10

/** Tried one after the other: whichever foretells the newer part of the past best from the older is taken. */
const strengths = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]

/**
 * Learns from the past by counting (decision 0035): how many of those with as many days left were late; how that
 * differs by topic and by the holder's load; and each topic with each load. Few cases lean on the wider count, by so
 * many imagined cases as foretell the newer part best when only the older is known: what was chance, or has changed, is
 * not taken for a rule. Undefined below `least` cases, or where all or none were late.
 */
export function learnFrom(older: readonly Cell[], newer: readonly Cell[], least: number): Model | undefined {
  const all = [...older, ...newer]
  const { n, late } = sumOf(all)
  if (n < least || late === 0 || late === n) return undefined
  return { ...countedFrom(all), strength: bestStrength(older, newer) }
}

function bestStrength(older: readonly Cell[], newer: readonly Cell[]): number {
  const known = countedFrom(older)
  const { n, late } = known.all
  if (late === 0 || late === n) return strengths.at(-1)!
  const tried = strengths.map(strength => ({ strength, surprise: surprise({ ...known, strength }, newer) }))
  return tried.reduce((best, it) => (it.surprise < best.surprise ? it : best)).strength
}

function countedFrom(cells: readonly Cell[]): Omit<Model, 'strength'> {
  const cuts = cutsOf(cells)
  const counts = new Map<string, { n: number; late: number }>()
  for (const cell of cells)
    for (const key of keysOf(cell, bandOf(cell.load, cuts))) {
      const count = counts.get(key) ?? { n: 0, late: 0 }
      count.n += cell.n
      count.late += cell.late
      counts.set(key, count)
    }
  return { cuts, all: sumOf(cells), counts }
}

export function riskOf(model: Model, situation: Situation): Risk {
  const daysLeft = Math.min(situation.daysLeft, farthest)
  const band = bandOf(situation.load, model.cuts)
  const [days, topic, holding, both] = keysOf({ ...situation, daysLeft }, band).map(
    key => model.counts.get(key) ?? none,
  )
  return {
    share: leaning(both!, prior(model, model.strength, days!, topic!, holding!), model.strength),
    daysLeft,
    alike: days!,
    topic: topic!,
    band,
    holding: holding!,
  }
}

const none: Counted = { n: 0, late: 0 }

/** The four counts a situation belongs to, from the widest to the narrowest. */
const keysOf = ({ daysLeft, topicId }: Situation, band: Band): string[] => {
  const days = `${Math.min(daysLeft, farthest)}`
  return [days, `${days} ${topicId}`, `${days} / ${band}`, `${days} ${topicId} / ${band}`]
}

/** What topic and load say together, each by how far it moves the odds. */
function prior({ all }: Pick<Model, 'all'>, strength: number, days: Counted, topic: Counted, holding: Counted): number {
  const base = leaning(days, shareOf(all), strength)
  const byTopic = leaning(topic, base, strength)
  const byHolding = leaning(holding, base, strength)
  const odds = (oddsOf(byTopic) * oddsOf(byHolding)) / oddsOf(base)
  return odds / (1 + odds)
}

const shareOf = ({ n, late }: Counted): number => late / n
const oddsOf = (share: number): number => share / (1 - share)

/** The share of a count that leans on a wider one by so many imagined cases: with none of its own it is the wider one’s. */
const leaning = ({ n, late }: Counted, wider: number, strength: number): number =>
  (late + strength * wider) / (n + strength)

/** Two thirds of the mornings on which somebody held it, in order of how much they had. */
function cutsOf(cells: readonly Cell[]): readonly [number, number] {
  const held = cells.filter(it => it.load !== null).toSorted((a, b) => a.load! - b.load!)
  const all = sumOf(held).n
  const cutAt = (share: number) => {
    let seen = 0
    for (const it of held) if ((seen += it.n) >= share * all) return it.load!
    return 0
  }
  return [cutAt(1 / 3), cutAt(2 / 3)]
}

export const bandOf = (load: number | null, [low, high]: readonly [number, number]): Band =>
  load === null ? 'nobody' : load <= low ? 'little' : load <= high ? 'middling' : 'much'

const sumOf = (cells: readonly Counted[]): Counted =>
  cells.reduce((sum, it) => ({ n: sum.n + it.n, late: sum.late + it.late }), none)

/** How badly these were foretold: the log loss, which a share that is sure of the wrong thing raises most. */
const surprise = (model: Model, cells: readonly Cell[]): number =>
  cells.reduce((sum, cell) => {
    const { share } = riskOf(model, cell)
    return sum - cell.late * Math.log(share) - (cell.n - cell.late) * Math.log(1 - share)
  }, 0)
