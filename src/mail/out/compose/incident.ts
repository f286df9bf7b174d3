import { counted } from '#kernel/text.ts'
import { action, facts, paragraph } from './block.ts'
import { compose, type Composed, type Council } from './letter.ts'

export type IncidentWaits = {
  readonly to: string
  readonly number: number
  /** of the enquiry, where it stands in one */
  readonly reference: string | null
  /** hours since the council became aware, as the step of the reminder has it; 0 when it was just opened */
  readonly hours: number
  /** in words: `Thursday 4 June 2026 at 10:00am` */
  readonly decideBy: string
  readonly over: boolean
  readonly url: string
}

/** An incident was opened, or still waits to be decided. It says nothing of the matter. */
export const incidentWaits = (council: Council, it: IncidentWaits): Composed =>
  compose({
    council,
    says: saysOf(it),
    to: it.to,
    blocks: [
      paragraph(
        it.over
          ? 'The 72 hours in which the council decides whether to notify the Information Commissioner are over. Please decide now, and write down why it took longer.'
          : 'Personal data may have reached somebody it was not for. Please look at who saw it, and decide whether the Information Commissioner has to be notified.',
      ),
      facts(
        { name: 'Incident', value: String(it.number) },
        it.reference !== null && { name: 'Enquiry', value: it.reference },
        { name: 'Decide by', value: it.decideBy },
      ),
      action('Open the incident', it.url),
    ],
    because: 'You get this email because you are a data protection officer of the council.',
  })

function saysOf({ number, hours, over }: IncidentWaits): string {
  if (over) return `Incident ${number} is past its 72 hours`
  return hours === 0 ? `Incident ${number} was opened` : `Incident ${number} has waited ${counted(hours, 'hour')}`
}

/** Asks somebody to delete what reached them by mistake. */
export const pleaseDelete = (council: Council, it: { readonly to: string; readonly number: number }): Composed =>
  compose({
    council,
    says: 'Please delete something that was not meant for you',
    to: it.to,
    blocks: [
      paragraph(
        'Something you got from us, or could see, turned out to be private. You did nothing wrong. Please help us keep it private:',
      ),
      facts(
        { name: 'Delete', value: 'Delete every copy you have: emails, files you saved or printed, and notes.' },
        {
          name: 'Do not pass it on',
          value: 'If you told or sent it to somebody, tell us who, so that we can ask them too.',
        },
        { name: 'Tell us', value: `Reply to this email: “Incident ${it.number}: deleted”. That is all we need.` },
      ),
      paragraph('We do not repeat here what it was. If you are not sure which message or file it is, ask us.'),
    ],
    because: 'You get this email because you saw, or were sent, something that was made confidential afterwards.',
  })
