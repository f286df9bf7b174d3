import { setTimeout as pause } from 'node:timers/promises'
import { processNext, type PostRoom } from './process.ts'

export type PostRound = {
  /** there is something new: do not wait for the next look */
  readonly wake: () => void
  /** lets what is under way finish */
  readonly stop: () => Promise<void>
}

const betweenLooks = 1000
const afterTrouble = 5000

/**
 * Deals with mail as it comes, and with what waits to be tried again, until stopped. Two at a time: one is read in the
 * parser's thread while the other is filed. Each holds two connections for a moment.
 */
export function startPostRound(room: PostRoom, atOnce = 2): PostRound {
  const ending = new AbortController()
  let woken = Promise.withResolvers<void>()
  const rest = (milliseconds: number) =>
    Promise.race([pause(milliseconds, undefined, { signal: ending.signal, ref: false }).catch(() => {}), woken.promise])
  const lane = async () => {
    while (!ending.signal.aborted) {
      try {
        if (!(await processNext(room))) await rest(betweenLooks)
      } catch (error) {
        room.log.error({ err: error }, 'mail cannot be dealt with at the moment')
        await pause(afterTrouble, undefined, { signal: ending.signal, ref: false }).catch(() => {})
      }
    }
  }
  const lanes = Array.from({ length: atOnce }, lane)
  return {
    wake: () => {
      woken.resolve()
      woken = Promise.withResolvers()
    },
    stop: async () => {
      ending.abort()
      await Promise.all(lanes)
    },
  }
}
