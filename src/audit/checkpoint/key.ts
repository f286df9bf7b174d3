import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto'
import { link, readFile, unlink, writeFile } from 'node:fs/promises'
import { publicBytesOf } from './checkpoint.ts'

/**
 * The key that signs checkpoints, from its file (PKCS #8, PEM, Ed25519). The first time it is made, for its owner's eyes
 * alone, with its public half beside it (`.pub`) to be taken elsewhere. Throws for a key of another kind.
 */
export async function signingKey(path: string): Promise<KeyObject> {
  const kept = await readFile(path, 'utf8').catch(unlessMissing)
  if (kept === undefined) return makeKey(path)
  const key = createPrivateKey(kept)
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${path} is not an Ed25519 key`)
  return key
}

async function makeKey(path: string): Promise<KeyObject> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  // whole or not at all, and never over one that was made meanwhile: what that one signed would look forged
  const isOurs = await link(draft, path).then(() => true, unlessThere)
  await unlink(draft)
  if (!isOurs) return signingKey(path)
  await writeFile(`${path}.pub`, publicKey.export({ type: 'spki', format: 'pem' }))
  return privateKey
}

function unlessThere(error: NodeJS.ErrnoException): false {
  if (error.code !== 'EEXIST') throw error
  return false
}

/**
 * The keys whose checkpoints count, 32 bytes each: every key in these PEM files, public or private. A missing file gives
 * none, and none at all means that any signature which fits its own key is believed.
 */
export async function trustedKeys(paths: readonly string[]): Promise<Buffer[]> {
  const texts = await Promise.all(paths.map(path => readFile(path, 'utf8').catch(unlessMissing)))
  const blocks = texts.flatMap(text => text?.match(/-----BEGIN [^-]+-----[^-]+-----END [^-]+-----/g) ?? [])
  return blocks.map(pem => publicBytesOf(createPublicKey(pem)))
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
