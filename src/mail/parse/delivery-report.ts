import { oneLine } from '../../kernel/text.ts'
import type { DeliveryReport } from './parsed-mail.ts'

type Part = { readonly mimeType: string; readonly bytes: Uint8Array }

const readLimit = 64 * 1024

/** What the parts of a multipart/report say (RFC 3464): one report a recipient. Nothing when there is no such part. */
export function deliveryReports(parts: readonly Part[]): DeliveryReport[] {
  const status = parts.find(part => part.mimeType === 'message/delivery-status')
  if (!status) return []
  const about = messageIdIn(parts.find(part => /^(message|text)\/rfc822/.test(part.mimeType)))
  return beginningOf(status)
    .replaceAll('\r\n', '\n')
    .split('\n\n')
    .map(fieldsOf)
    .filter(fields => fields.has('final-recipient') || fields.has('original-recipient'))
    .map(fields => ({
      recipient: addressIn(fields.get('original-recipient') ?? fields.get('final-recipient') ?? ''),
      action: actionOf(fields.get('action') ?? ''),
      status: oneLine(fields.get('status') ?? '').slice(0, 20),
      diagnostic: oneLine(fields.get('diagnostic-code') ?? '').slice(0, 500),
      about,
    }))
}

const beginningOf = (part: Part): string => Buffer.from(part.bytes.subarray(0, readLimit)).toString('utf8')

const messageIdIn = (part: Part | undefined): string | undefined =>
  part && /^message-id:\s*(<[^<>\s]+>)/im.exec(beginningOf(part))?.[1]

function fieldsOf(block: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':')
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return fields
}

/** `rfc822; a@b.example` without the kind of address in front. */
const addressIn = (value: string): string =>
  oneLine(value.slice(value.indexOf(';') + 1))
    .toLowerCase()
    .slice(0, 320)

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const

const actionOf = (value: string): DeliveryReport['action'] =>
  actions.find(it => it === value.toLowerCase()) ?? 'unknown'
