import type { Tx } from './db/database.ts'

/** Of what web and worker hold copies: the version of each, as far as the viewer may hold one. */
export async function readVersions(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx<{ what: string; version: string }[]>`select what, version from platform.held`
  return new Map(rows.map(row => [row.what, row.version]))
}
