import { counted, listInWords } from '../../kernel/text.ts'
import type { Invitation } from './calendar.ts'
import type { MailAttachment, ParsedMail } from './parsed-mail.ts'
import type { Protection } from './protection.ts'

/** What an officer has to know about a message beyond its words: how it was protected, invitations, archives. One sentence each. */
export const notesOf = (mail: ParsedMail): string[] => [
  ...(mail.protection ? [protectionInWords(mail.protection)] : []),
  ...mail.invitations.map(invitationInWords),
  ...mail.attachments.flatMap(archiveInWords),
  ...(mail.filesLeftOut > 0
    ? [
        `It has ${counted(mail.filesLeftOut, 'file')} more than are kept one by one. They are in the message as it came.`,
      ]
    : []),
]

function protectionInWords(it: Protection): string {
  if (it.kind === 'encrypted')
    return `It is encrypted (${it.means}), and nobody here can read it. Ask its sender to send it again without.`
  if (!it.by) return `It carries a ${it.means} signature that could not be checked.`
  if (it.holds === false)
    return `It carries a signature in the name of ${it.by} that does not fit: its words may have been changed on the way.`
  const checked = it.holds ? 'Its words are those that were signed' : 'Whether its words are those could not be checked'
  return `It is signed (${it.means}) in the name of ${it.by}, by a certificate of ${it.issuer ?? 'an unknown issuer'}. ${checked}; whether the issuer is to be trusted was not looked into.`
}

const beginnings: Readonly<Record<string, string>> = {
  reply: 'Answer to an invitation',
  cancel: 'Cancelled',
  '': 'Event',
}

function invitationInWords({ what, when, where, organiser, method }: Invitation): string {
  const facts = [when && `When: ${when}`, where && `Where: ${where}`, organiser && `Organiser: ${organiser}`].filter(
    Boolean,
  )
  return [`${beginnings[method] ?? 'Invitation'}: ${what || 'no title'}`, ...facts].join('. ')
}

function archiveInWords({ name, archive }: MailAttachment): string[] {
  if (!archive) return []
  if (archive.bomb) return [`${name} would unpack to far more than anybody sends. Do not open it.`]
  if (archive.count === 0) return [`${name} is an archive. It was not opened.`]
  const more = archive.count - archive.names.length
  const names = more > 0 ? [...archive.names, `${counted(more, 'other')}`] : archive.names
  return [`${name} is an archive with ${counted(archive.count, 'file')}: ${listInWords(names)}. It was not opened.`]
}
