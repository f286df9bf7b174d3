import { addressParser } from 'postal-mime'
import { oneLine } from '#kernel/text.ts'
import { fetched } from '../../judge/judge.ts'
import type { Delivered } from '../intake-store.sql.ts'

/**
 * The envelope, from what the server in front wrote above the message: Return-Path, Delivered-To and the like. Only what
 * stands above the first Received line is the server's; everything below can be the sender's invention. Without any, the
 * headers' own To and Cc, and the account itself.
 */
export function envelopeIn(bytes: Uint8Array, account: string): Omit<Delivered, 'sha256' | 'bytes' | 'receivedAt'> {
  const headers = headersIn(bytes)
  const received = headers.findIndex(it => it.name === 'received')
  const above = headers.slice(0, Math.max(0, received))
  const all = (some: typeof headers, names: readonly string[]) =>
    some.filter(it => names.includes(it.name)).flatMap(it => addressesIn(it.value))
  const returnPath = above.find(it => it.name === 'return-path')?.value
  const [from = ''] = all(headers, ['from'])
  const delivered = all(above, ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'])
  const recipients = [...new Set([...delivered, ...all(headers, ['to', 'cc']), account])]
  return {
    mailFrom: returnPath === undefined ? from : (addressesIn(returnPath)[0] ?? ''),
    recipients: recipients.slice(0, most),
    fromIp: fetched,
    helo: '',
  }
}

const most = 60
const readLimit = 256 * 1024

function headersIn(bytes: Uint8Array): { name: string; value: string }[] {
  const [head = ''] = Buffer.from(bytes.subarray(0, readLimit))
    .toString('utf8')
    .split(/\r?\n\r?\n/, 1)
  return head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap(line => {
      const colon = line.indexOf(':')
      return colon > 0 ? [{ name: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() }] : []
    })
}

const addressesIn = (value: string): string[] =>
  addressParser(value.slice(0, 20_000), { flatten: true })
    .map(it => oneLine(it.address ?? '').toLowerCase())
    .filter(it => /^[^\s<>]+@[^\s<>]+$/.test(it))
