/** Why a message is taken for automatic mail (domain, section 7): filed without effect, never answered. */
export type AutomaticReason =
  | 'delivery-report'
  | 'our-own-mail'
  | 'auto-submitted'
  | 'bulk'
  | 'list'
  | 'loop'
  | 'empty-return-path'
  | 'mail-system'
  | 'out-of-office'
  | 'calendar-answer'

export const automaticWords: Record<AutomaticReason, string> = {
  'delivery-report': 'A mail server reports what became of a message of ours',
  'our-own-mail': 'One of our own messages came back',
  'auto-submitted': 'Its headers say that a machine sent it',
  bulk: 'Its headers say that it is bulk mail',
  list: 'It came through a mailing list',
  loop: 'Its headers say that it went round in a loop',
  'empty-return-path': 'Its sender does not want to be answered, as machines do',
  'mail-system': 'A mail system sent it',
  'out-of-office': 'Its subject is that of an automatic reply',
  'calendar-answer': 'A calendar answers an invitation, without a word',
}

export type AutomaticFacts = {
  /** the last value of a header, by its lower-case name */
  readonly header: (name: string) => string | undefined
  readonly headerNames: readonly string[]
  /** the envelope's sender; '' is the empty return path */
  readonly mailFrom: string
  readonly from: string
  readonly subject: string
  /** it is nothing but a calendar's yes or no to an invitation */
  readonly answersInvitation: boolean
  /** how many mail servers it went through */
  readonly hops: number
}

/** Why a message is automatic, or undefined for one that a person wrote. */
export function automaticReason(facts: AutomaticFacts): AutomaticReason | undefined {
  const value = (name: string) => (facts.header(name) ?? '').trim().toLowerCase()
  if (/^multipart\/report\b/.test(value('content-type'))) return 'delivery-report'
  if (value('x-loop') || facts.hops > mostHops) return 'loop'
  if (value('auto-submitted') && !/^no\b/.test(value('auto-submitted'))) return 'auto-submitted'
  if (['x-autoreply', 'x-autorespond', 'x-auto-reply-from'].some(name => value(name))) return 'auto-submitted'
  if (/^(bulk|junk|list|auto_reply)\b/.test(value('precedence'))) return 'bulk'
  if (facts.headerNames.some(name => name.startsWith('list-'))) return 'list'
  if (facts.mailFrom === '') return 'empty-return-path'
  if (/^(mailer-daemon|postmaster)@/i.test(facts.from)) return 'mail-system'
  if (facts.answersInvitation) return 'calendar-answer'
  return automaticSubject.test(facts.subject) ? 'out-of-office' : undefined
}

/** No honest way from a sender to us is longer; mail that goes round in a circle gets a line each time. */
const mostHops = 30

// only with its colon or alone: "Out of office hours noise" is somebody's enquiry
const automaticSubject = /^\s*(?:(?:automatic|auto)[ -]?reply|out of (?:the )?office(?: reply)?)\s*(?::|$)/i
