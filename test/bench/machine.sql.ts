import { cpus, totalmem } from 'node:os'
import { connectAsOwner } from '#platform/db/database.ts'

/** What the figures were measured on, without anything that names the machine. */
export async function machineInWords(ownerUrl: string): Promise<string> {
  const owner = connectAsOwner(ownerUrl)
  try {
    const [row] = await owner<{ serverVersion: string }[]>`show server_version`
    const [first] = cpus()
    const memory = `${Math.round(totalmem() / 2 ** 30)} GB of memory`
    return `${cpus().length} × ${first?.model.trim() || process.arch}, ${memory}, Node.js ${process.versions.node}, PostgreSQL ${row!.serverVersion.split(' ')[0]} with fsync on`
  } finally {
    await owner.end()
  }
}
