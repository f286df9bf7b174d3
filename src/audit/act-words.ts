/** What each act of the trail says in words, after the name of who did it. Kept complete by a house test. */
const actWords = {
  'enquiries.raise': 'Raised an enquiry',
  'enquiries.viewed': 'Looked at a restricted enquiry',
  'enquiries.take': 'Took an enquiry',
  'enquiries.allocate': 'Gave an enquiry to somebody',
  'enquiries.reassign': 'Passed an enquiry on',
  'enquiries.release': 'Put an enquiry back',
  'enquiries.move': 'Moved an enquiry to another mailbox',
  'enquiries.set-topic': 'Set the topic of an enquiry',
  'enquiries.ask': 'Asked the member a question',
  'enquiries.reply': 'Replied about an enquiry',
  'enquiries.update': 'Told the member how it stands',
  'enquiries.answer': 'Answered an enquiry',
  'enquiries.answer-at-once': 'Answered an enquiry in the conversation',
  'enquiries.undeliver': 'Took back an answer that did not arrive',
  'enquiries.void-question': 'Took back the pause of a question that did not arrive',
  'enquiries.agree': 'Said that the answer answers it',
  'enquiries.disagree': 'Said that the answer does not answer it',
  'enquiries.withdraw': 'Withdrew an enquiry',
  'enquiries.close': 'Closed an enquiry',
  'enquiries.close-silent': 'Closed an enquiry after silence',
  'enquiries.reopen': 'Opened an enquiry again',
  'enquiries.look-at': 'Looked at what came after an answer',
  'enquiries.note': 'Added an internal note',
  'enquiries.chase': 'Chased an enquiry',
  'enquiries.keep-promise': 'Marked a promise as kept',
  'enquiries.file': 'Filed a message with an enquiry',
  'enquiries.recalculate': 'Worked a due date out again',
  'mail.file': 'Filed a quarantined message with an enquiry',
  'mail.new-enquiry': 'Made an enquiry of a quarantined message',
  'mail.discard': 'Discarded a quarantined message',
  'mail.restore': 'Took a discarded message back',
  'mailboxes.open': 'Opened a mailbox',
  'mailboxes.change': 'Changed a mailbox',
  'mailboxes.name': 'Named somebody in a mailbox',
  'mailboxes.unname': 'Set the last day of somebody in a mailbox',
  'mailboxes.define-topic': 'Added a topic',
  'mailboxes.change-topic': 'Changed a topic',
  'mailboxes.transfer-topic': 'Gave a topic to another mailbox',
  'mailboxes.take-back-transfer': 'Took a planned change of a topic back',
  'mailboxes.tell-absence': 'Told of an absence',
  'mailboxes.end-absence': 'Ended an absence',
  'people.signed-in': 'Signed in',
  'people.password-set': 'Set a password',
  'people.password-removed': 'Removed a password',
  'people.passkey-added': 'Added a passkey',
  'people.passkey-removed': 'Removed a passkey',
  'people.authenticator-set': 'Set up an app for sign-in codes',
  'people.authenticator-removed': 'Removed an app for sign-in codes',
  'people.recovery-codes-made': 'Made recovery codes',
  'people.sign-in-reset': 'Reset how somebody signs in',
  'people.signed-out-elsewhere': 'Signed out everywhere else',
  'people.added': 'Added a person',
  'people.changed': 'Changed a person or their roles',
  'people.disabled': 'Stopped somebody signing in',
  'people.enabled': 'Let somebody sign in again',
  'people.delegated': 'Let somebody act for them',
  'people.delegation-revoked': 'Took back that somebody acts for them',
  'people.token-made': 'Made an API token',
  'people.token-revoked': 'Revoked an API token',
  'people.council-added': 'Added a part of the council',
  'people.council-changed': 'Changed a part of the council',
  'platform.setting': 'Changed a setting',
} as const satisfies Record<string, string>

/** An act nobody has words for yet speaks for itself. */
export const wordsOfAct = (act: string): string => (actWords as Record<string, string>)[act] ?? act

export const hasWords = (act: string): boolean => Object.hasOwn(actWords, act)

const rooms = {
  enquiries: 'Anything with enquiries',
  mail: 'Anything with mail',
  mailboxes: 'Anything with mailboxes and topics',
  people: 'Anything with people',
} as const

/** What the search offers: the acts of a whole room (`people.`), then each act, by its words. */
export const actChoices: readonly { readonly value: string; readonly text: string }[] = [
  ...Object.entries(rooms).map(([room, text]) => ({ value: `${room}.`, text })),
  ...Object.entries(actWords)
    .map(([value, text]) => ({ value, text }))
    .toSorted((a, b) => a.text.localeCompare(b.text)),
]
