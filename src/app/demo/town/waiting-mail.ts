import { domain, oneStopAddress } from './addresses.ts'

/** Mail of this morning that nobody has an account for, or that cannot be believed: it waits for somebody to look. */
export const waitingMail = [
  {
    from: 'Ruth Holloway <r.holloway@homepost.example>',
    to: oneStopAddress,
    subject: 'Street light out by the chapel',
    text: 'Good morning,\n\nMy councillor gave me this address. The light by the chapel in Fuller Street has been out for a fortnight and my mother will not go out after four. Could somebody see to it, please?\n\nRuth Holloway',
  },
  {
    from: 'Aoife Ní Mhurchú <aoife@communitymail.example>',
    to: `streets@${domain}`,
    subject: 'From my new address: drains in Canal Row',
    text: 'Hello, this is my new address, I have not had time to add it yet. The drains in Canal Row were full again after the rain on Sunday. Who clears them, and when?\n\nAoife',
  },
  {
    from: 'Meadow Street Residents <news@meadowstreet.example>',
    to: `parks@${domain}`,
    subject: 'Our autumn newsletter, with a word about the swings',
    text: 'Dear friends,\n\nThe autumn newsletter is below. On page two: the swings in the park have lost a seat, and we should love to know when it comes back.\n\nThe committee',
  },
  {
    from: 'Brightwash Cleaning <offers@brightwash.example>',
    to: oneStopAddress,
    subject: 'Half price on gutters, this week only',
    text: 'Gutters cleaned at half the price, this week only. Reply to book.',
  },
] as const

/** The message as it came over the wire. */
export const asSent = (it: (typeof waitingMail)[number], at: Date): string =>
  [
    `From: ${encoded(it.from)}`,
    `To: ${it.to}`,
    `Subject: ${it.subject}`,
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${at.getTime().toString(36)}.${it.subject.length}@${it.from.split('@')[1]!.replace('>', '')}>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    it.text.replaceAll('\n', '\r\n'),
    '',
  ].join('\r\n')

/** Names with letters beyond ASCII, as headers carry them. */
const encoded = (from: string): string =>
  from.replace(/^[^<]*[^ -~][^<]*(?= <)/, name => `=?utf-8?B?${Buffer.from(name).toString('base64')}?=`)

export const senderOf = ({ from }: (typeof waitingMail)[number]): string => /<(.+)>/.exec(from)![1]!
