import { html, type Html } from '#platform/views/html.ts'
import type { EventType } from '../events.ts'
import { matterItems } from '../restrict/restrict-words.ts'

/** One act of the member as its page shows it. */
export type MemberAct = {
  readonly name: string
  readonly title: string
  /** said above the form */
  readonly words: string | Html
  readonly label: string
  readonly button: string
  readonly buttonClasses?: string
  readonly takesFiles?: boolean
  /** a choice before the words */
  readonly choice?: { readonly name: string; readonly legend: string; readonly items: typeof matterItems }
  /** the words are one line, given under this name */
  readonly line?: string
  /** what it leaves in the history: by it a second click is known */
  readonly leaves: readonly EventType[]
  /** said on the page it leads to */
  readonly done: string
}

export const memberActs: readonly MemberAct[] = [
  {
    name: 'reply',
    title: 'Write about this enquiry',
    words: '',
    label: 'Your message',
    button: 'Send message',
    takesFiles: true,
    leaves: ['member-wrote', 'resumed', 'wrote-after-answer'],
    done: 'Your message was sent',
  },
  {
    name: 'agree',
    title: 'This answers it',
    words: 'The enquiry closes. Whatever was promised is still followed until it is done.',
    label: 'Anything you want to say (optional)',
    button: 'This answers it',
    leaves: ['agreed'],
    done: 'Thank you. The enquiry is closed',
  },
  {
    name: 'disagree',
    title: 'This does not answer it',
    words: 'It goes back to whoever answered, with a new date.',
    label: 'What is missing or wrong?',
    button: 'Send it back',
    leaves: ['disagreed'],
    done: 'It went back. You see the new date below',
  },
  {
    name: 'chase',
    title: 'Chase this enquiry',
    words:
      'A date you were given has passed. Whoever has the enquiry and whoever is responsible for them hear that you are still waiting. A second chase goes one step further up at once, and you are owed a word by a day that we tell you.',
    label: 'Anything you want to say (optional)',
    button: 'Chase',
    leaves: ['chased'],
    done: 'They have been told that you are waiting',
  },
  {
    name: 'restrict',
    title: 'Make this confidential',
    words: html`It goes to the proper officer of the council. From then on only you and they see it: nobody else of the
    council does, nor does anybody who works for you. Your date stays as it is.`,
    choice: { name: 'sensitivity', legend: 'What kind of matter is it?', items: matterItems },
    line: 'why',
    label: 'Why, in one line, without any details',
    button: 'Make it confidential',
    leaves: ['restricted'],
    done: 'Only you and the proper officer see it now',
  },
  {
    name: 'withdraw',
    title: 'Withdraw this enquiry',
    words: 'The enquiry closes and nobody works on it any more. You can open it again for a while.',
    label: 'Why do you no longer need an answer?',
    button: 'Withdraw',
    buttonClasses: 'govuk-button--warning',
    leaves: ['withdrawn'],
    done: 'The enquiry is withdrawn',
  },
  {
    name: 'reopen',
    title: 'Open this enquiry again',
    words: 'It goes back to whoever had it, with a new date.',
    label: 'Why does it have to be opened again?',
    button: 'Open it again',
    leaves: ['reopened'],
    done: 'The enquiry is open again. You see the new date below',
  },
  {
    name: 'follow-up',
    title: 'Ask about it again',
    words:
      'This enquiry closed too long ago to be opened again. A new one follows on from it, with a number and a date of its own. It goes to whoever had this one, if they are still there.',
    label: 'What do you want to ask?',
    button: 'Send the new enquiry',
    leaves: ['linked'],
    done: 'Sent. This is the new enquiry that follows on from the old one',
  },
]
