import type { Day } from '#kernel/day.ts'
import type { PackDocument } from './document.ts'
import type { SpanKind } from './span.ts'

/** A frozen pack, without what it says. */
export type PackHead = {
  readonly id: string
  readonly kind: SpanKind
  readonly key: string
  readonly from: Day
  readonly to: Day
  readonly version: number
  readonly frozenOn: Day
  readonly frozenAt: Date
  readonly frozenBy: string | null
  /** why it was frozen again; null for the first version */
  readonly reason: string | null
  /** its title */
  readonly title: string
}

export type Pack = PackHead & { readonly document: PackDocument; readonly facts: PackFacts }

/** The few numbers the next pack compares itself with. */
export type PackFacts = {
  readonly open: number
  readonly overdue: number
  /** the sentences of its summary, for the letter that tells of it */
  readonly summary: readonly string[]
}
