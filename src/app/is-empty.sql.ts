import type postgres from 'postgres'

/** Whether nobody is known yet: only then may a demonstration council be founded here. Asked as the owner. */
export async function isEmpty(owner: postgres.Sql): Promise<boolean> {
  const [row] = await owner<{ empty: boolean }[]>`select not exists (select from people.person) as empty`
  return row!.empty
}
