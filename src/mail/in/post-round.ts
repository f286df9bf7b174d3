import { setTimeout as pause } from 'node:timers/promises'
import { lullAfter } from './lull.ts'
import { processNext, type PostRoom } from './process.ts'

export type PostRound = {
  /** there is something new: do not wait for the next look */
  readonly wake: () => void
  /** lets what is under way finish */
  readonly stop: () => Promise<void>
}

const betweenLooks = 1000
const afterTrouble = 5000
/** So long after the last message the next one of a burst would have come. */
const betweenMessages = 25
/** What lies on the disk waits no longer for others to be taken in. */
const patience = 250

/**
 * Deals with mail as it comes, and with what waits to be tried again, until stopped. Two at a time: one is read in the
 * parser's thread while the other is filed. Each holds two connections for a moment. While mail pours in, taking it in
 * goes first: its senders stand in line, and what lies on the disk can be dealt with slowly until they are through.
 */
export function startPostRound(room: PostRoom, atOnce = 2): PostRound {
  const ending = new AbortController()
  let woken = Promise.withResolvers<void>()
  const lull = lullAfter(betweenMessages)
  const rest = (milliseconds: number, until: Promise<void>) =>
    Promise.race([pause(milliseconds, undefined, { signal: ending.signal, ref: false }).catch(() => {}), until])
  const lane = async () => {
    while (!ending.signal.aborted) {
      const calm = lull.awaited()
      if (calm) await rest(patience, calm)
      try {
        if (!(await processNext(room))) await rest(betweenLooks, woken.promise)
      } catch (error) {
        room.log.error({ err: error }, 'mail cannot be dealt with at the moment')
        await pause(afterTrouble, undefined, { signal: ending.signal, ref: false }).catch(() => {})
      }
    }
  }
  const lanes = Array.from({ length: atOnce }, lane)
  return {
    wake: () => {
      lull.happened()
      woken.resolve()
      woken = Promise.withResolvers()
    },
    stop: async () => {
      ending.abort()
      await Promise.all(lanes)
    },
  }
}
