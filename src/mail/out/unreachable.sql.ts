import { ask, type Asking } from '#platform/db/ask-at-once.ts'
import type { Tx } from '#platform/db/database.ts'

export type Unreachable = { readonly address: string; readonly sinceAt: Date; readonly reason: string }

export async function markUnreachable(tx: Tx, address: string, reason: string, at: Date): Promise<void> {
  await tx`
    insert into mail.unreachable (address, since_at, reason) values (${address}, ${at}, ${reason})
    on conflict (address) do update set reason = excluded.reason
  `
}

/** Somebody wrote from there: it works again. */
export async function markReachable(tx: Tx, address: string): Promise<void> {
  await tx`delete from mail.unreachable where address = ${address}`
}

/** Those of the addresses that mail could not be delivered to lately. */
export const unreachableAmong = (tx: Tx, addresses: readonly string[]): Promise<Unreachable[]> =>
  ask(tx, askUnreachable(tx, addresses))

export const askUnreachable = (tx: Tx, addresses: readonly string[]): Asking<Unreachable[]> => ({
  statement: tx`
    select address, since_at, reason from mail.unreachable where address = any(${[...addresses]}::public.citext[])
  `,
  read: (rows: Unreachable[]) => rows.map(it => ({ ...it, sinceAt: new Date(it.sinceAt) })),
})
