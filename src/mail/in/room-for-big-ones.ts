/**
 * A few places for big messages; whoever finds none waits, and the sender's line with them. Ordinary messages need no
 * place. Keeps memory bounded however many senders come at once.
 */
export type Room = { readonly enter: () => Promise<() => void> }

export function roomFor(places: number): Room {
  let free = places
  const queue: (() => void)[] = []
  const leave = () => {
    const next = queue.shift()
    if (next) next()
    else free++
  }
  /** leaving twice is leaving once */
  const leaveOnce = () => {
    let left = false
    return () => {
      if (!left) leave()
      left = true
    }
  }
  return {
    enter: async () => {
      if (free > 0) free--
      else await new Promise<void>(resolve => queue.push(resolve))
      return leaveOnce()
    },
  }
}
