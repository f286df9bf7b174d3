const minute = 60_000

/** Pauses after the first, second, … failed attempt: quick at first, then patient, together just under three days. */
const pauses = [1, 5, 30, 2 * 60, 6 * 60, 12 * 60, 24 * 60, 24 * 60].map(minutes => minutes * minute)

/** When to try again after so many attempts; undefined: give up. */
export function nextAttempt(attempts: number, at: Date): Date | undefined {
  const pause = pauses[attempts - 1]
  return pause === undefined ? undefined : new Date(at.getTime() + pause)
}

/** How long a worker may hold a mail before another takes it over. Longer than any attempt can last. */
export const leaseUntil = (at: Date): Date => new Date(at.getTime() + 10 * minute)
