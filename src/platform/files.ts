import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What people attach, kept by the SHA-256 of its bytes: the same file twice is stored once, and cannot change unseen. */
export type Files = {
  /** stores the bytes durably (they survive a crash once this returns) and gives their address */
  readonly keep: (bytes: Uint8Array) => Promise<string>
  /** throws when the bytes are missing or no longer match their address */
  readonly read: (sha256: string) => Promise<Buffer>
  /** removes the bytes for good; nothing happens when they are gone already */
  readonly forget: (sha256: string) => Promise<void>
}

export function openFiles(dataDir: string): Files {
  const placeOf = (sha256: string) => join(dataDir, 'files', sha256.slice(0, 2), sha256)
  return {
    keep: async bytes => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      if (!(await stat(placeOf(sha256)).catch(() => undefined))) await writeDurably(placeOf(sha256), bytes)
      return sha256
    },
    forget: sha256 => rm(placeOf(sha256), { force: true }),
    read: async sha256 => {
      const bytes = await readFile(placeOf(sha256))
      if (createHash('sha256').update(bytes).digest('hex') !== sha256)
        throw new Error(`the stored file ${sha256} is damaged`)
      return bytes
    },
  }
}

/** Written beside its place, synced, then moved in: nobody ever reads half a file, and the name survives a power cut. */
async function writeDurably(place: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(place), { recursive: true })
  const draft = `${place}.${randomUUID()}`
  const handle = await open(draft, 'w', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, place)
  const folder = await open(dirname(place))
  await folder.sync().finally(() => folder.close())
}
