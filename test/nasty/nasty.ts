/** A message made to do harm, or that somebody's broken program made without meaning to. */
export type Nasty = {
  readonly name: string
  readonly raw: Buffer
  readonly mailFrom: string
  readonly recipients: readonly string[]
  readonly fromIp: string
  /** no mail of ours may follow from it */
  readonly silent: boolean
}

export const member = 'member@tessbridge.example'
export const oneStop = 'onestop@council.example'
/** From here the members' domain sends; from anywhere else it says not to believe it. */
export const honestIp = '192.0.2.1'
export const strangeIp = '198.51.100.66'

type Given = string | Uint8Array

let number = 0

/** A message as it is; by itself it comes the way a member's own mail comes. */
export function nasty(name: string, raw: Given, more: Partial<Nasty> = {}): Nasty {
  const bytes = typeof raw === 'string' ? Buffer.from(raw) : Buffer.from(raw)
  return { name, raw: bytes, mailFrom: member, recipients: [oneStop], fromIp: honestIp, silent: false, ...more }
}

/** Headers of a member's ordinary message, with an id of its own; those given stand in the place of the ordinary ones. */
export function headers(...more: string[]): string {
  const given = new Set(more.map(it => it.slice(0, it.indexOf(':')).toLowerCase()))
  const ordinary = [
    `From: Aoife <${member}>`,
    `To: ${oneStop}`,
    'Subject: Nasty',
    `Message-ID: <nasty.${++number}@tessbridge.example>`,
    'MIME-Version: 1.0',
  ]
  return [...ordinary.filter(it => !given.has(it.slice(0, it.indexOf(':')).toLowerCase())), ...more].join('\r\n')
}

/** A member's message with these headers besides, and this body. */
export const written = (name: string, body: Given, more: readonly string[] = [], how: Partial<Nasty> = {}): Nasty =>
  nasty(name, Buffer.concat([Buffer.from(`${headers(...more)}\r\n\r\n`), Buffer.from(body as string)]), how)

/** A member's message with files. */
export function withFiles(
  name: string,
  files: readonly { type: string; name: string; bytes: Given }[],
  words = 'See the file.',
): Nasty {
  const parts = files.map(
    it =>
      `--mix\r\nContent-Type: ${it.type}\r\nContent-Disposition: attachment; filename="${it.name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n` +
      `${Buffer.from(it.bytes as string)
        .toString('base64')
        .replace(/.{76}/g, '$&\r\n')}\r\n`,
  )
  return written(name, `--mix\r\nContent-Type: text/plain\r\n\r\n${words}\r\n${parts.join('')}--mix--\r\n`, [
    'Content-Type: multipart/mixed; boundary=mix',
  ])
}

/** HTML of a member. */
export const html = (name: string, body: string): Nasty =>
  written(name, body, ['Content-Type: text/html; charset=utf-8'])

export const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n))

/** Numbers that look accidental and are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
