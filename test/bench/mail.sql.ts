import type postgres from 'postgres'

export const countStored = async (owner: postgres.Sql): Promise<number> =>
  (await owner<{ n: number }[]>`select count(*)::int as n from mail.raw`)[0]!.n

export const countWaiting = async (owner: postgres.Sql): Promise<number> =>
  (await owner<{ n: number }[]>`select count(*)::int as n from mail.intake where state = 'waiting'`)[0]!.n
