import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { oneLined } from './reading.ts'

/** A mail as somebody's own mail server got it. */
export type Mail = {
  readonly to: string
  /** where reports about it go */
  readonly returnPath: string
  readonly subject: string
  readonly text: string
  /** the text without its line breaks */
  readonly says: string
  readonly html: string
  readonly messageId: string
  readonly inReplyTo: string
  readonly references: string
  readonly replyTo: string
  readonly header: (name: string) => string | undefined
}

export type Letter = {
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly messageId?: string
  readonly answering?: Mail
  /** the envelope's sender; '' is the empty return path of machines */
  readonly returnPath?: string
  readonly headers?: Readonly<Record<string, string>>
  /** everybody it is handed over for, where the headers do not say so */
  readonly recipients?: readonly string[]
  /** the whole message as it is, instead of what is said above */
  readonly raw?: string
  readonly cc?: string
  readonly date?: Date
  readonly attachments?: readonly { filename: string; content: Buffer }[]
}

/** `We have your enquiry: Loose slab`. What happened stands in the first line; all mail about one enquiry has one subject. */
const headingOf = ({ text, subject }: Mail): string =>
  `${text.split('\n', 1)[0]}: ${subject.replace(/^\[[^\]]*\] /, '')}`

/** The world outside: a mail server that takes everything in, and a way to write to the house. */
export type PostBox = {
  readonly url: string
  readonly all: readonly Mail[]
  /** the next mail to this address whose heading fits, not given out before; waits for it */
  readonly next: (to: string, fits: RegExp) => Promise<Mail>
  readonly close: () => Promise<void>
}

/** `refusing` gives why an address takes nothing, as its server says it: `550 5.1.1 Unknown`, `451 Later`. */
export async function openPostBox(refusing: (to: string) => string | undefined = () => undefined): Promise<PostBox> {
  const all: Mail[] = []
  const given = new Set<Mail>()
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onRcptTo: ({ address }, _session, callback) => {
      const words = refusing(address)
      callback(words ? Object.assign(new Error(words.slice(4)), { responseCode: Number(words.slice(0, 3)) }) : null)
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = []
      stream.on('data', chunk => chunks.push(chunk))
      stream.on('end', async () => {
        const { mailFrom, rcptTo } = session.envelope
        all.push(await mailOf(Buffer.concat(chunks), rcptTo[0]!.address, mailFrom ? mailFrom.address : ''))
        callback()
      })
    },
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const next = async (to: string, fits: RegExp): Promise<Mail> => {
    for (let waited = 0; waited < 15_000; waited += 25) {
      const found = all.find(mail => !given.has(mail) && mail.to === to && fits.test(headingOf(mail)))
      if (found) {
        given.add(found)
        return found
      }
      await pause(25)
    }
    throw new Error(
      `No mail to ${to} with ${fits} came. What came:\n${all.map(it => `${it.to}: ${headingOf(it)}`).join('\n')}`,
    )
  }
  return {
    url: `smtp://127.0.0.1:${port}`,
    all,
    next,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}

async function mailOf(raw: Buffer, to: string, returnPath: string): Promise<Mail> {
  const mail = await PostalMime.parse(raw)
  return {
    to,
    returnPath,
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    says: oneLined(mail.text ?? ''),
    html: mail.html ?? '',
    messageId: mail.messageId ?? '',
    inReplyTo: mail.inReplyTo ?? '',
    references: mail.references ?? '',
    replyTo: mail.replyTo?.[0]?.address ?? '',
    header: name => mail.headers.find(it => it.key === name.toLowerCase())?.value,
  }
}

/** Writes to the house as anybody's mail program does; gives the answer its server got. */
export async function writeTo(port: number, letter: Letter): Promise<string> {
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true })
  const { answering, attachments, returnPath, recipients, raw, headers, ...it } = letter
  const envelope = { from: returnPath ?? addressIn(letter.from), to: [...(recipients ?? [letter.to])] }
  const { response } = await transport.sendMail({
    ...it,
    envelope,
    ...(raw === undefined ? { headers: { ...headers } } : { raw }),
    attachments: attachments ? [...attachments] : [],
    ...(answering && {
      inReplyTo: answering.messageId,
      references: `${answering.references} ${answering.messageId}`.trim(),
    }),
  })
  return response
}

const addressIn = (from: string): string => /<([^<>]+)>/.exec(from)?.[1] ?? from

/** The answer somebody writes by pressing “Reply”: to the reply address, with what they answer quoted below. */
export const replyTo = (mail: Mail, from: string, text: string): Letter => ({
  from,
  to: mail.replyTo,
  subject: /^re:/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`,
  text: `${text}\n\nOn Monday One Stop wrote:\n${mail.text
    .split('\n')
    .map(line => `> ${line}`)
    .join('\n')}\n`,
  answering: mail,
})
