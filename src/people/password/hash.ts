import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number }

/**
 * What one guess costs: 9 MiB and 4 passes, one of the settings of equal strength that OWASP names for argon2id. The
 * smallest memory of them that is not slow, because the web is kept small (decision 0031). KiB.
 */
export const cost: Cost = { memory: 9216, passes: 4, parallelism: 1 }

/** The hash of a password as it is kept: `$argon2id$v=19$m=9216,t=4,p=1$salt$hash`. */
export async function hashPassword(password: string, at: Cost = cost): Promise<string> {
  const salt = randomBytes(16)
  const { memory, passes, parallelism } = at
  const hash = await derived(password, salt, at)
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`
}

/** Whether it is the password. `kept` undefined: nobody's; it takes as long and says no. */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const { at, salt, hash } = parsed(kept ?? (await nobodys))
  const given = await derived(password, salt, at)
  return timingSafeEqual(given, hash) && kept !== undefined
}

/** True when a hash was made at another cost than today's: it is made anew while the password is at hand. */
export function isOutdated(kept: string): boolean {
  const { at } = parsed(kept)
  return at.memory !== cost.memory || at.passes !== cost.passes || at.parallelism !== cost.parallelism
}

const argon = promisify(argon2)

/** Two at a time: many people signing in at once must not take the memory of everybody else. */
const atOnce = 2
let running = 0
const queue: (() => void)[] = []

async function derived(password: string, nonce: Buffer, { memory, passes, parallelism }: Cost): Promise<Buffer> {
  if (running >= atOnce) await new Promise<void>(resolve => queue.push(resolve))
  running += 1
  try {
    // composed the same way on every keyboard
    const message = Buffer.from(password.normalize('NFKC'))
    return await argon('argon2id', { message, nonce, memory, passes, parallelism, tagLength: 32 })
  } finally {
    running -= 1
    queue.shift()?.()
  }
}

function parsed(kept: string): { at: Cost; salt: Buffer; hash: Buffer } {
  const [, memory, passes, parallelism, salt = '', hash = ''] =
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(kept) ?? []
  const at = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  return { at, salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') }
}

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

/** A hash of a password nobody has, so that an unknown address costs the same work as a known one. */
const nobodys = hashPassword(randomBytes(24).toString('base64'))
