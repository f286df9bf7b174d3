import { addWorkingDays } from '#clock/door.ts'
import * as letters from '#mail/door.ts'
import type { MailFile } from '#mail/door.ts'
import type { Facts } from './facts.ts'
import { toMember, tracked, type Desk, type Letter } from './letter.ts'

/** The answer, in the name of whoever wrote it, with all that it says and its files. */
export function answer(it: Facts, desk: Desk): Letter {
  const attached = filesToAttach(it, desk)
  const page = (act: string) => `${desk.publicUrl}/enquiries/${it.enquiry.reference}/track/${act}`
  const composed = letters.answerMail(desk.council, {
    about: tracked(it, desk),
    to: it.member.name,
    by: it.writer?.name ?? 'One Stop',
    mailbox: desk.mailbox,
    text: it.words,
    questions: it.questions.map(({ words, answer, excuse }) => ({
      question: words,
      answer: answer ?? `We cannot answer this: ${excuse ?? ''}`,
    })),
    promises: it.promises.map(({ words, who, dueOn }) => ({ what: words, who, dueOn })),
    contact: it.contact || [it.writer?.name, it.names.mailboxPhone].filter(Boolean).join(', ') || undefined,
    ...(it.mayShare !== null && { mayShare: it.mayShare }),
    files: it.files.map(file => file.name),
    attached: attached.length > 0,
    answersItUrl: page('agree'),
    doesNotUrl: page('disagree'),
    ...(desk.rateUrl && { rateUrl: desk.rateUrl }),
    closesOn: addWorkingDays(it.calendar, it.recorded.on, desk.silence),
  })
  return { ...toMember(it, 'answer', composed, false), files: attached }
}

/** An answer's files go with it while they are small together; larger ones stay on the page. */
function filesToAttach({ files }: Facts, { attachBytes }: Desk): MailFile[] {
  if (files.reduce((sum, file) => sum + file.size, 0) > attachBytes) return []
  return files.map(({ name, type, shownSha256 }) => ({ name, type, sha256: shownSha256 }))
}
