import { inTransaction, type Tx } from '#platform/db/database.ts'
import type { Asked } from '#platform/http/route.ts'
import { hashOf } from '../secret.ts'
import { isChallenge, newChallenge } from './challenge.ts'
import { insertUsedChallenge, readPasskey, updatePasskeyUsed, type Passkey } from './passkey.sql.ts'

/** What the browser is asked to do; it goes into the page as JSON. */
export type Ceremony = { readonly kind: 'make' | 'show'; readonly options: object }

type Here = Pick<Asked, 'publicUrl' | 'csrf' | 'now'>

/** Asks for any passkey of this site: whoever has one need not even type their address. */
export const askForPasskey = (secret: string, { publicUrl, csrf, now }: Here): Ceremony => ({
  kind: 'show',
  options: {
    challenge: newChallenge(secret, csrf, now.at),
    rpId: new URL(publicUrl).hostname,
    userVerification: 'required',
    timeout: 300_000,
  },
})

type Owner = { readonly id: string; readonly name: string; readonly email: string }

/** Asks for a new passkey that shows who holds it, by finger, face or number: it is two factors in one. */
export const askToMakePasskey = (
  secret: string,
  { publicUrl, csrf, now }: Here,
  owner: Owner,
  known: readonly Passkey[],
): Ceremony => ({
  kind: 'make',
  options: {
    challenge: newChallenge(secret, csrf, now.at),
    rp: { id: new URL(publicUrl).hostname, name: 'One Stop' },
    user: { id: Buffer.from(owner.id).toString('base64url'), name: owner.email, displayName: owner.name },
    // EdDSA, ES256 and RS256, which every authenticator has one of
    pubKeyCredParams: [-8, -7, -257].map(alg => ({ type: 'public-key', alg })),
    excludeCredentials: known.map(it => ({ type: 'public-key', id: it.credentialId })),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    attestation: 'none',
    timeout: 300_000,
  },
})

export type MadePasskey = Pick<Passkey, 'credentialId' | 'publicKey' | 'counter'>

/** The new passkey out of what the browser sent; undefined when anything about it is not as we asked. */
export async function passkeyMade(secret: string, asked: Asked, response: string): Promise<MadePasskey | undefined> {
  const given = parsed(response)
  if (!given) return undefined
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  const verified = await verifyRegistrationResponse({
    ...expected(secret, asked),
    response: given as never,
    requireUserVerification: true,
  }).catch(() => undefined)
  if (!verified?.verified || !(await takeChallenge(asked, given))) return undefined
  const { id, publicKey, counter } = verified.registrationInfo.credential
  return { credentialId: id, publicKey: Buffer.from(publicKey), counter }
}

/**
 * Whose passkey the browser showed, once its signature, its counter and our challenge were checked. Undefined says no
 * more than that it was none. Of somebody disabled: none.
 */
export async function passkeyShown(secret: string, asked: Asked, response: string): Promise<Passkey | undefined> {
  const given = parsed(response)
  const passkey = given && (await inTransaction(asked.db, 'system', tx => readPasskey(tx, given.id)))
  if (!given || !passkey) return undefined
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  const verified = await verifyAuthenticationResponse({
    ...expected(secret, asked),
    response: given as never,
    requireUserVerification: true,
    credential: {
      id: passkey.credentialId,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
    },
  }).catch(() => undefined)
  if (!verified?.verified || !(await takeChallenge(asked, given))) return undefined
  const { newCounter } = verified.authenticationInfo
  await inTransaction(asked.db, 'system', tx => updatePasskeyUsed(tx, passkey.id, newCounter, asked.now.at))
  return passkey
}

const expected = (secret: string, { publicUrl, csrf, now }: Asked) => ({
  expectedOrigin: new URL(publicUrl).origin,
  expectedRPID: new URL(publicUrl).hostname,
  expectedChallenge: (challenge: string) => isChallenge(secret, csrf, challenge, now.at),
})

/** The same answer sent twice is worth nothing the second time. */
const takeChallenge = (asked: Asked, given: Given): Promise<boolean> =>
  inTransaction(asked.db, 'system', (tx: Tx) => insertUsedChallenge(tx, hashOf(given.challenge), asked.now.at))

type Given = { readonly id: string; readonly challenge: string }

function parsed(response: string): Given | undefined {
  try {
    const it = JSON.parse(response) as { id?: unknown; response?: { clientDataJSON?: unknown } }
    const data = JSON.parse(Buffer.from(String(it.response?.clientDataJSON), 'base64url').toString()) as {
      challenge?: unknown
    }
    const { challenge } = data
    return typeof it.id === 'string' && typeof challenge === 'string' ? { ...it, id: it.id, challenge } : undefined
  } catch {
    return undefined
  }
}
