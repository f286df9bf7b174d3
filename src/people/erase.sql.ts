import type { Tx } from '#platform/db/database.ts'

/** Sessions that ended before are forgotten with the device they were on; gives how many. As the house. */
export async function eraseSessionsBefore(tx: Tx, before: Date, most: number): Promise<number> {
  const [row] = await tx<{ n: number }[]>`select people.forget_sessions(${before}, ${most}) as n`
  return row!.n
}
