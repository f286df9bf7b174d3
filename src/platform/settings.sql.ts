import type { Tx } from './db/database.ts'

export async function readSettings(tx: Tx): Promise<Map<string, unknown>> {
  const rows = await tx<{ key: string; value: unknown }[]>`select key, value from platform.setting`
  return new Map(rows.map(row => [row.key, row.value]))
}

export async function writeSetting(tx: Tx, key: string, value: unknown, by: string | null): Promise<void> {
  await tx`
    insert into platform.setting (key, value, changed_by) values (${key}, ${JSON.stringify(value)}, ${by})
    on conflict (key) do update set value = excluded.value, changed_by = excluded.changed_by, changed_at = now()
  `
}
