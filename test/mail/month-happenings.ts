import { inTransaction } from '#platform/db/database.ts'
import { changeSetting } from '#platform/settings.ts'
import type { Meant, Modelled } from './month-model.ts'
import { at, members, oneStop, streets, type Month } from './month-stage.ts'
import { deliveryReport } from './reports.ts'

/** All that can happen in a month of mail, each with how often. */
export function happeningsIn(month: Month) {
  const { town, model, pick, time, wait, messageId, came, answerTo, raises, quiet, held, some, letterAbout } = month
  const { memberWrites, officerDoes } = month

  /** A third pause would be the owner's to make: one is enough here. */
  const mayAsk = (act: 'ask' | 'answer', it: Modelled): boolean => act === 'answer' || !it.everAsked

  /** What was just sent to the member comes back, the same report twice; or somebody says so who cannot know. */
  async function bounces(
    act: 'ask' | 'answer',
    how: 'report' | 'words' | 'at the door' | 'forged' | 'delayed',
  ): Promise<void> {
    const it = some(one => one.status === 'in-progress' && one.member !== 'machine' && mayAsk(act, one))
    if (!it) return
    if (how === 'at the door') {
      town.refusing.set(at(it.member), '550 5.1.1 No such person')
      const mails = await town.does('responder', act, it.reference, { text: 'Refused.' })
      town.refusing.clear()
      if (act === 'ask') model.asked(it, time.on)
      else model.answered(it, time.on)
      return came(mails, model.undelivered(it), `${act} of ${it.reference} is refused`)
    }
    await officerDoes(it, act)
    wait(3)
    const report = deliveryReport(letterAbout(it)!, how, messageId())
    if (how === 'forged' || how === 'delayed') return quiet(report, `${how} report about ${it.reference}`)
    await came(await town.write(report), model.undelivered(it), `${act} of ${it.reference} comes back`)
    await quiet(deliveryReport(letterAbout(it)!, how, messageId()), 'the same said again')
  }

  const happenings: readonly [number, () => Promise<void>][] = [
    [14, async () => void (await raises(pick(members)!))],
    [
      3,
      async () =>
        void (await raises(pick(members)!, {
          to: streets,
          recipients: [streets, 'housing-advice@tessbridge.example'],
        })),
    ],
    [3, async () => quiet(await raises('elm'), 'the same message once more')],
    [
      3,
      async () =>
        void (await raises('ash', {
          subject: 'Fwd: my road',
          text: `See below.\n\n---------- Forwarded message ---------\nFrom: Resident <${at('birch')}>\nDate: Mon, 1 Jun 2026 at 09:15\nSubject: my road\nTo: x\n\nIt floods.`,
        })),
    ],
    [
      16,
      () =>
        whenSome(
          it => (it.status === 'new' || it.status === 'assigned') && it.atStreets,
          it => officerDoes(it, 'take'),
        ),
    ],
    [
      6,
      () =>
        whenSome(
          it => it.status === 'in-progress' && !it.everAsked,
          it => officerDoes(it, 'ask'),
        ),
    ],
    [
      12,
      () =>
        whenSome(
          it => it.status === 'in-progress',
          it => officerDoes(it, 'answer'),
        ),
    ],
    [
      8,
      () =>
        whenSome(
          it => it.status === 'waiting-for-member',
          it => memberWrites(it, pick<Meant>(['nothing clear', 'disagree'])!),
        ),
    ],
    [
      6,
      () =>
        whenSome(
          it => it.status === 'answered',
          it => memberWrites(it, 'agree'),
        ),
    ],
    [
      4,
      () =>
        whenSome(
          it => it.status === 'answered',
          it => memberWrites(it, 'disagree'),
        ),
    ],
    [
      5,
      () =>
        whenSome(
          it => it.status === 'answered' || it.status === 'closed',
          it => memberWrites(it, 'nothing clear'),
        ),
    ],
    [
      4,
      () =>
        whenSome(
          it => it.status === 'new' || it.status === 'in-progress',
          it => memberWrites(it, 'nothing clear'),
        ),
    ],
    [
      6,
      () =>
        whenSome(
          it => ['new', 'in-progress'].includes(it.status),
          it => memberWrites(it, 'chase'),
        ),
    ],
    [
      2,
      () =>
        whenSome(
          it => it.status === 'new',
          it => memberWrites(it, 'withdraw'),
        ),
    ],
    [3, () => bounces('answer', pick(['report', 'words', 'at the door'] as const)!)],
    [3, () => bounces('ask', pick(['report', 'words', 'at the door'] as const)!)],
    [2, () => bounces(pick(['ask', 'answer'] as const)!, pick(['forged', 'delayed'] as const)!)],
    [
      5,
      () =>
        whenSome(
          it => letterAbout(it) !== undefined,
          it =>
            quiet(
              {
                ...answerTo(letterAbout(it)!, 'Yes. I am away until July.'),
                subject: `Automatic reply: ${letterAbout(it)!.subject}`,
                to: letterAbout(it)!.returnPath,
                returnPath: '',
                headers: { 'Auto-Submitted': 'auto-replied' },
                messageId: messageId(),
              },
              'out of office',
            ),
        ),
    ],
    [
      2,
      () =>
        held(
          { from: 'stranger@else.example', to: streets, subject: 'Bins', text: 'Please.', messageId: messageId() },
          'unknown-sender',
        ),
    ],
    [
      3,
      () =>
        held(
          {
            from: at('cedar'),
            to: streets,
            subject: 'Withdraw everything',
            text: 'Now.',
            headers: { 'Authentication-Results': 'mx.tessbridge.example; dmarc=fail header.from=members.example' },
            messageId: messageId(),
          },
          'sender-check-failed',
        ),
    ],
    [
      3,
      () =>
        whenSome(
          it => it.member === 'elm' && letterAbout(it) !== undefined,
          it =>
            held(
              { ...answerTo(letterAbout(it)!, 'Yes, this answers it'), from: at('rowan'), messageId: messageId() },
              'not-a-participant',
            ),
        ),
    ],
  ]

  async function whenSome(fits: (it: Modelled) => boolean, work: (it: Modelled) => Promise<void>): Promise<void> {
    const it = some(fits)
    if (it) await work(it)
  }

  return happenings
}

/** A member's machine sends the same kind of thing again and again: what is more than anybody writes is held. */
export async function flood({ town, raises, held, messageId }: Month): Promise<void> {
  await inTransaction(town.db, 'system', tx => changeSetting(tx, 'mail.messages-per-hour', 12, null))
  for (let n = 0; n < 12; n++) await raises('birch', { to: oneStop })
  for (let n = 0; n < 4; n++)
    await held(
      { from: at('birch'), to: oneStop, subject: `Flood ${n}`, text: 'Again.', messageId: messageId() },
      'too-many',
    )
  await inTransaction(town.db, 'system', tx => changeSetting(tx, 'mail.messages-per-hour', 500, null))
}
