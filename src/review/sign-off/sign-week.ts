import { record } from '#audit/door.ts'
import type { Day, Now } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import type { Mailbox } from '#mailboxes/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { isSampleDone, sign, weekEnd, type Late, type Signing, type SignOff, type WeekFigures } from './sign-off.ts'
import { insertSignOff, readLate, readVersions, readWeek } from './sign-off.sql.ts'

/** What there is to sign: the week's figures, what was late in it, and what was signed already. */
export type Week = {
  readonly figures: WeekFigures
  readonly late: readonly Late[]
  /** every version, the newest first */
  readonly versions: readonly SignOff[]
}

export async function weekOfMailbox(tx: Tx, mailboxId: string, weekOn: Day): Promise<Week> {
  const to = weekEnd(weekOn)
  const [figures, late, versions] = await Promise.all([
    readWeek(tx, mailboxId, weekOn, to),
    readLate(tx, mailboxId, weekOn, to),
    readVersions(tx, mailboxId, weekOn),
  ])
  return { figures, late, versions }
}

type Signer = { readonly person: string | null; readonly now: Now }

/** Signs the week of a mailbox the signer runs; once, and again only as a new version. Refusals of `sign`, `signed-meanwhile`. */
export const signWeek = async (tx: Tx, signer: Signer, mailbox: Mailbox, weekOn: Day, asked: Signing) =>
  signAsRead(tx, signer, mailbox, weekOn, await weekOfMailbox(tx, mailbox.id, weekOn), asked)

/** The same for whoever has just read in the same transaction what there is to sign. */
export async function signAsRead(
  tx: Tx,
  { person, now }: Signer,
  mailbox: Mailbox,
  weekOn: Day,
  { figures, late, versions }: Week,
  asked: Signing,
): Promise<Result<number>> {
  const [newest] = versions
  const signed = sign(asked, { today: now.today, weekOn, figures, late, newest })
  if (!signed.ok) return signed
  const version = (newest?.version ?? 0) + 1
  const sampleDone = isSampleDone(figures)
  const id = await insertSignOff(tx, {
    mailboxId: mailbox.id,
    weekOn,
    version,
    signedBy: person,
    signedOn: now.today,
    signedAt: now.at,
    signed: {
      figures,
      exceptions: late.length,
      sampleDone,
      sampleWords: sampleDone ? '' : asked.sampleWords,
      words: asked.words,
      reason: newest ? asked.reason : null,
    },
    explained: late.map(({ enquiryId }) => ({ enquiryId, words: asked.explanations.get(enquiryId)! })),
  })
  if (!id) return refuse('signed-meanwhile', 'Somebody else signed this week meanwhile. Look at what they signed')
  const subject = { kind: 'mailbox', id: mailbox.id, reference: mailbox.key }
  await record(tx, { at: now.at, actor: person, act: 'review.sign-off', subject, details: { week: weekOn, version } })
  return allow(version)
}
