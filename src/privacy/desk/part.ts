import type { Permission } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Now } from '#kernel/day.ts'

/** One thing that stands on the desk: its page, and how much of it waits. */
export type DeskPart = {
  readonly text: string
  readonly href: string
  readonly may: Permission
  readonly means: string
  /** how many wait for somebody, and how to say so; left out where nothing can wait */
  readonly waiting?: (tx: Tx, now: Now) => Promise<{ readonly count: number; readonly words: string }>
}
