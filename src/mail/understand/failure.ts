import { oneLine, shortened } from '../../kernel/text.ts'
import { readBounceAddress, readMessageId, type Stamp } from '../out/stamp.ts'
import type { DeliveryReport, ParsedMail } from '../parse/parsed-mail.ts'

/** A mail of ours that did not arrive, for good. */
export type Failure = { readonly mail: string; readonly reason: string }

type Came = { readonly mail: ParsedMail; readonly recipients: readonly string[] }

/**
 * Which mails of ours a message says were not delivered (domain, section 7): by a report after RFC 3464, or in the words
 * of the servers that write none (Exim, qmail, Exchange and others). A mail counts as ours only by an id or an address
 * that we signed; so what somebody makes up says nothing. A delay is no failure: their server goes on trying.
 */
export function failuresIn(came: Came, stamp: Stamp): Failure[] {
  const { reports } = came.mail
  const failed = reports.filter(it => it.action === 'failed')
  if (reports.length > 0) return named(came, stamp, failed)
  const reason = isMailSystem(came.mail) && reasonIn(came.mail)
  return reason ? ourMails(came, stamp).map(mail => ({ mail, reason })) : []
}

/** An absent colleague's machine may write "your message could not be delivered to me" too: only a mail system is believed. */
const isMailSystem = ({ automatic, from }: ParsedMail): boolean =>
  automatic !== undefined &&
  (/^(?:mailer-daemon|postmaster|mail-?daemon|microsoftexchange[0-9a-f]*)@/i.test(from?.address ?? '') ||
    /^mail delivery (?:sub)?system$/i.test(from?.name ?? ''))

/** A report names the message it is about; one that forgets to is known by the address it came to. */
function named(came: Came, stamp: Stamp, failed: readonly DeliveryReport[]): Failure[] {
  const found = new Map<string, Failure>()
  for (const { about, diagnostic, status } of failed) {
    const marked = about ? readMessageId(stamp, about) : undefined
    const mails = marked ? (marked.what === 'mail' ? [marked.id] : []) : ourMails(came, stamp)
    for (const mail of mails) found.set(mail, { mail, reason: reasonOf(diagnostic) || status || 'No reason given' })
  }
  return [...found.values()]
}

/** `smtp; 550 5.1.1 Unknown` without the kind of code in front. */
const reasonOf = (diagnostic: string): string => diagnostic.replace(/^[\w-]+\s*;\s*/, '')

/** By the address it came to; else by the one id of ours that it quotes. Several are somebody's conversation, not a report. */
function ourMails({ mail, recipients }: Came, stamp: Stamp): string[] {
  const byAddress = recipients.flatMap(it => readBounceAddress(stamp, it) ?? [])
  if (byAddress.length > 0) return [...new Set(byAddress)]
  const quoted = new Set([beginningOf(mail.text), ...mail.attachments.map(it => beginningOf(it.bytes))].flatMap(idsIn))
  const ours = [...quoted].map(id => readMessageId(stamp, id)).filter(it => it?.what === 'mail')
  return ours.length === 1 ? [ours[0]!.id] : []
}

const readLimit = 64 * 1024

const beginningOf = (it: string | Uint8Array): string =>
  typeof it === 'string' ? it.slice(0, readLimit) : Buffer.from(it.subarray(0, readLimit)).toString('latin1')

/** Only the Message-ID of what came back, never what it answered itself. */
const idsIn = (text: string): string[] =>
  [...text.matchAll(/^[>\s]*message-id:\s*(<[^<>\s]{3,250}>)/gim)].map(it => it[1]!)

/** Why it could not be delivered, in the server's own words; undefined when it does not say that it gave up. */
export function reasonIn({ text, subject }: Pick<ParsedMail, 'text' | 'subject'>): string | undefined {
  // what came back is quoted below, and a letter may well speak of delays
  const said = `${subject}\n${text.slice(0, 4000).split(returned)[0]}`
  if (!gaveUp.test(said) || (stillTrying.test(said) && !/permanent|giv(?:en|ing) up/i.test(said))) return undefined
  const lines = said.split('\n').map(oneLine)
  return shortened(lines.find(it => refusal.test(it)) ?? lines.find(it => gaveUp.test(it)) ?? subject, 500)
}

const returned =
  /^[-\s]*(?:this is a copy of (?:the|your) message|below this line is a copy|original message headers|the original message was|original message follows)/im

const gaveUp = new RegExp(
  [
    String.raw`could ?n[o']t be delivered`,
    'could not be (?:delivered|sent)',
    'permanent (?:fatal )?error',
    "wasn't able to deliver",
    '(?:was|were) not able to (?:be )?deliver',
    'delivery has failed',
    'delivery (?:status notification \\(failure\\)|failed|failure)',
    'undeliver(?:able|ed)',
    'did not reach (?:some|the|all|one)',
    'recipients? (?:\\S+ )?cannot be reached',
    'address not found',
    "(?:wasn't|was not|has not been) delivered",
    'returned mail',
    'unable to deliver',
  ].join('|'),
  'i',
)

const stillTrying =
  /\bdelayed\b|delivery (?:status notification \()?(?:delay|incomplete)|will (?:continue|keep|be retried|try)|still being (?:re)?tried|warning message only|temporary (?:problem|failure|error)|no action is required/i

const refusal =
  /(?:^|[^\d.])(?:5\d\d[ -]|#?5\.\d{1,3}\.\d{1,3}\b)|unknown user|user unknown|no such (?:user|mailbox|person)|mailbox (?:full|unavailable)/i
