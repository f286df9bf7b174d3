import { createHmac, randomBytes } from 'node:crypto'

const prefix = 'whsec_'

/** A new secret as the convention writes it: 256 random bits. */
export const newWebhookSecret = (): string => `${prefix}${randomBytes(32).toString('base64')}`

export type Signed = {
  readonly 'webhook-id': string
  readonly 'webhook-timestamp': string
  readonly 'webhook-signature': string
}

/**
 * The headers of the Standard Webhooks convention: who receives it works out the HMAC-SHA256 of id, time and body with
 * the secret, and knows that it is ours, unchanged and not old. One signature for each secret that holds now.
 */
export function signed(id: string, body: string, at: Date, secrets: readonly string[]): Signed {
  const time = String(Math.floor(at.getTime() / 1000))
  const signatures = secrets.map(secret => `v1,${signatureOf(secret, `${id}.${time}.${body}`)}`)
  return { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signatures.join(' ') }
}

const signatureOf = (secret: string, content: string): string =>
  createHmac('sha256', Buffer.from(secret.slice(prefix.length), 'base64'))
    .update(content)
    .digest('base64')
