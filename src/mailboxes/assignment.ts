import { counted } from '#kernel/text.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'

/** Somebody new work could go to. Who counts as able to see it is the caller's to say. */
export type Candidate = {
  readonly personId: string
  readonly name: string
  readonly present: boolean
  readonly maySee: boolean
  /** open enquiries they hold */
  readonly load: number
  /** when they were last given one; null for never */
  readonly lastGivenAt: Date | null
}

export type Assignment = { readonly personId: string; readonly words: string }

/**
 * Who gets new work: of the responders who are present and may see it the one with the least open; of equals the one
 * who has waited longest for work (domain, section 5). Refusal `nobody-present`: it stays in the mailbox, unassigned.
 */
export function assign(candidates: readonly Candidate[]): Result<Assignment> {
  const able = candidates.filter(it => it.present && it.maySee)
  const [chosen] = [...able].sort(byLoad)
  if (!chosen) return refuse('nobody-present', whyNobody(candidates))
  return allow({ personId: chosen.personId, words: reason(chosen, able) })
}

const byLoad = (a: Candidate, b: Candidate): number =>
  a.load - b.load || waitingSince(a) - waitingSince(b) || (a.personId < b.personId ? -1 : 1)

const waitingSince = (it: Candidate): number => it.lastGivenAt?.getTime() ?? Number.NEGATIVE_INFINITY

function reason(chosen: Candidate, able: readonly Candidate[]): string {
  const open = chosen.load === 0 ? 'no open enquiries' : counted(chosen.load, 'open enquiry', 'open enquiries')
  if (able.length === 1) return `${chosen.name} is the only responder present, with ${open}`
  const equals = able.filter(it => it.load === chosen.load).length
  if (equals > 1)
    return `${chosen.name} has ${open}, as ${equals === 2 ? 'one other has' : `${equals - 1} others have`}, and has waited longest for new work`
  return `${chosen.name} has ${open}, the fewest of the ${able.length} responders present`
}

function whyNobody(candidates: readonly Candidate[]): string {
  if (candidates.length === 0) return 'Nobody is named as responder'
  return candidates.some(it => it.present) ? 'Nobody present may see it' : 'All responders are away'
}
