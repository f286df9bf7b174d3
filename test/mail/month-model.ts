import { addDays, type Day } from '#kernel/day.ts'

/**
 * What should come of a month of mail, worked out a second time and as plainly as can be: who has which enquiry, how it
 * stands, and who should have got which letter. It knows nothing of the program but the rules of domain.md.
 */
export type Modelled = {
  readonly reference: string
  readonly member: string
  readonly atStreets: boolean
  readonly receivedOn: Day
  status: 'new' | 'assigned' | 'in-progress' | 'waiting-for-member' | 'answered' | 'closed'
  held: boolean
  round: number
  chases: number
  laneOn: Day | null
  askedOn: Day | null
  answeredOn: Day | null
  everAsked: boolean
}

export type Meant = 'agree' | 'disagree' | 'withdraw' | 'chase' | 'nothing clear'

export function openModel() {
  const enquiries = new Map<string, Modelled>()
  const receipts: { to: string; at: Date }[] = []

  /** The plain receipt, under the brakes: five an hour, ten a day. */
  function receipt(to: string, words: string, at: Date): string[] {
    const since = (hours: number) =>
      receipts.filter(it => it.to === to && it.at.getTime() > at.getTime() - hours * 3_600_000).length
    if (since(1) >= 5 || since(24) >= 10) return []
    receipts.push({ to, at })
    return [`${to}: ${words}`]
  }

  const toHolder = ({ held }: Modelled, words: string) => (held ? [`responder: ${words}`] : [])
  const toBoth = (it: Modelled, words: string) => [...toHolder(it, words), `owner: ${words}`]

  return {
    enquiries,

    raised(reference: string, member: string, atStreets: boolean, on: Day, at: Date): string[] {
      enquiries.set(reference, {
        reference,
        member,
        atStreets,
        receivedOn: on,
        status: 'new',
        held: false,
        round: 1,
        chases: 0,
        laneOn: null,
        askedOn: null,
        answeredOn: null,
        everAsked: false,
      })
      return [...receipt(member, 'We have your enquiry', at), ...(atStreets ? ['owner: A new enquiry for you'] : [])]
    },

    taken(it: Modelled): string[] {
      Object.assign(it, { status: 'in-progress', held: true })
      return [`${it.member}: Priya Nair is dealing with your enquiry`]
    },

    asked(it: Modelled, on: Day): string[] {
      Object.assign(it, { status: 'waiting-for-member', askedOn: on, everAsked: true })
      return [`${it.member}: We have a question for you`]
    },

    answered(it: Modelled, on: Day): string[] {
      Object.assign(it, { status: 'answered', answeredOn: on, laneOn: null })
      return [`${it.member}: Our answer to your enquiry`]
    },

    /** The answer or the question came back. */
    undelivered(it: Modelled): string[] {
      const what = it.status === 'answered' ? 'answer' : 'question'
      Object.assign(it, { status: 'in-progress', answeredOn: null, laneOn: null, askedOn: null })
      return toBoth(it, `Your ${what} did not reach the member`)
    },

    /** The member writes about it: what it does depends on what they mean and on where it stands. */
    wrote(it: Modelled, meant: Meant, on: Day, at: Date): string[] {
      const to = it.member
      if (it.status === 'waiting-for-member' && meant !== 'withdraw') {
        it.status = 'in-progress'
        return [...receipt(to, 'We have your reply', at), ...toHolder(it, 'The member has replied')]
      }
      if (it.status === 'answered' && meant === 'agree') {
        Object.assign(it, { status: 'closed', laneOn: null })
        return [`${to}: Your enquiry is closed`]
      }
      if (it.status === 'answered' && meant === 'disagree') {
        Object.assign(it, { status: 'in-progress', round: it.round + 1, laneOn: null, answeredOn: null })
        return [...receipt(to, 'Your enquiry goes on', at), ...toHolder(it, 'The answer was not enough')]
      }
      if (it.status === 'answered' || it.status === 'closed') {
        it.laneOn ??= on
        return [...receipt(to, 'We have your message', at), ...toHolder(it, 'The member has written after the answer')]
      }
      if (meant === 'withdraw') {
        it.status = 'closed'
        return [...receipt(to, 'The enquiry is withdrawn', at), ...toHolder(it, 'The member has withdrawn this')]
      }
      if (meant === 'chase' && workingDays(it.receivedOn, on) > 10) {
        it.chases++
        const words = it.chases > 1 ? 'The member has asked again' : 'The member asks where this is'
        const told = it.atStreets ? toBoth(it, words) : []
        return [...receipt(to, 'We have passed on that you are waiting', at), ...told]
      }
      const did = meant === 'chase' ? 'We have passed your message on' : 'We have added this to your enquiry'
      return [...receipt(to, did, at), ...toHolder(it, 'The member has written')]
    },

    /** What the timetable does of a morning. */
    morning(on: Day): string[] {
      return [...enquiries.values()].flatMap(it => {
        if (it.laneOn && workingDays(it.laneOn, on) >= 1) return reopened(it)
        const silent =
          (it.status === 'answered' && workingDays(it.answeredOn!, on) > 10) ||
          (it.status === 'waiting-for-member' && workingDays(it.askedOn!, on) > 20)
        if (it.laneOn || !silent) return []
        it.status = 'closed'
        return [`${it.member}: Your enquiry is closed`]
      })
    },
  }

  /** Nobody looked at what the member wrote after the answer for a working day. */
  function reopened(it: Modelled): string[] {
    const wasClosed = it.status === 'closed'
    Object.assign(it, {
      status: it.held ? 'in-progress' : 'new',
      round: it.round + 1,
      laneOn: null,
      answeredOn: null,
    })
    return wasClosed
      ? [`${it.member}: Your enquiry is open again`, ...toHolder(it, 'An enquiry of yours is open again')]
      : toHolder(it, 'The answer was not enough')
  }
}

/** Working days after the first day up to and with the second; there is no holiday in June. */
export function workingDays(from: Day, until: Day): number {
  let count = 0
  for (let on = addDays(from, 1); on <= until; on = addDays(on, 1)) if (!isWeekend(on)) count++
  return count
}

export const isWeekend = (on: Day): boolean => [0, 6].includes(new Date(`${on}T12:00:00Z`).getUTCDay())
