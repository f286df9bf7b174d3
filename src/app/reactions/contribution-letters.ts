import * as letters from '#mail/door.ts'
import type { Facts } from './facts.ts'
import { about, toHolder, type Desk, type Letter, type Recipient } from './letter.ts'

/** What is written about a part of an answer: to whoever was asked, and to whoever waits for it. */
export function contributionLetters(it: Facts, desk: Desk): Letter[] {
  switch (it.event.type) {
    case 'contribution-asked':
      return [request(it, desk, 'asked')]
    case 'contribution-reminded':
      return it.event.because === 'late'
        ? [request(it, desk, 'late'), ...toHolder(it, came(it, desk, false), 'notice')]
        : [request(it, desk, 'reminded')]
    case 'contribution-withdrawn':
      return [overLetter(it, desk)]
    default:
      return toHolder(it, came(it, desk, true), 'notice')
  }
}

const contributor = ({ contribution }: Facts): Recipient => ({
  id: contribution!.ofPerson,
  name: contribution!.ofName,
  email: contribution!.ofAddress,
  disabled: false,
})

/** Of the enquiry itself they learn its number. */
function request(it: Facts, desk: Desk, why: 'asked' | 'reminded' | 'late'): Letter {
  const { questions, background, dueOn, ofName } = it.contribution!
  const composed = letters.contributionAsked(desk.council, {
    about: about(it, desk),
    to: ofName,
    by: it.asker?.name ?? 'The council',
    mailbox: desk.mailbox,
    questions,
    background,
    dueOn,
    url: desk.contributionUrl!,
    why,
  })
  return { kind: 'contribution', to: contributor(it), composed, automatic: why !== 'asked' }
}

const overLetter = (it: Facts, desk: Desk): Letter => ({
  kind: 'contribution',
  to: contributor(it),
  automatic: true,
  composed: letters.contributionOver(desk.council, {
    about: about(it, desk),
    to: it.contribution!.ofName,
    by: it.asker?.name ?? 'The council',
  }),
})

const came = (it: Facts, desk: Desk, isThere: boolean) =>
  letters.contributionCame(desk.council, {
    about: about(it, desk),
    to: it.holder?.name ?? '',
    from: it.contribution!.ofName,
    said: it.words,
    came: isThere,
  })
