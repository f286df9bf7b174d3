import type { Form } from '#platform/http/form.ts'
import type { Act } from '../../act.ts'
import { actNamed } from '../../acts.ts'
import type { Enquiry } from '../../enquiry.ts'

/** An act with what it is given, as it is kept until its turn comes. */
export type Planned = {
  readonly act: string
  readonly given: object
  /** done after it where it can be; else the first stands by itself */
  readonly after?: Planned
}

/** One act as it is offered over many enquiries at once. */
export type BulkAct = {
  /** on its radio: `Give them to somebody` */
  readonly text: string
  readonly hint: string
  /** the beginning of `… 297 enquiries`, for headings and the button */
  readonly verb: string
  /** the permission without which it is not offered */
  readonly act: string
  /** the act for one enquiry as it stands, where that is not always the same */
  readonly actFor?: (enquiry: Enquiry) => string
  /** what was typed, as the act's shape takes it; `fields` says where each part of it was typed */
  readonly given: (typed: Form) => Record<string, unknown>
  readonly fields: Readonly<Record<string, string>>
  /** what members hear of it */
  readonly tells?: string
  /** the act that would take it back for this enquiry, undefined when none would */
  readonly undo: (before: Enquiry, after: Enquiry, by: string) => Planned | undefined
  /** what taking back does not bring back */
  readonly undoWords: string
}

const givingBack = (holder: string, by: string): Planned =>
  holder === by ? { act: 'take', given: {} } : { act: 'allocate', given: { to: holder } }

/** Of what cannot be taken back. */
export const nothingToUndo = () => undefined

/** What can be done to many at once. Each goes through the act of its name, enquiry by enquiry, as the person. */
export const bulkActs = {
  give: {
    text: 'Give them to somebody',
    hint: 'To one of the people of their mailbox',
    verb: 'Give',
    act: 'reassign',
    actFor: ({ status }) => (status === 'new' ? 'allocate' : 'reassign'),
    given: typed => ({ to: typed.text('give-to'), why: '' }),
    fields: { to: 'give-to' },
    undo: ({ holderId }) => (holderId ? { act: 'reassign', given: { to: holderId } } : { act: 'release', given: {} }),
    undoWords: 'Each goes back to whoever had it, who has to take it again, or to nobody.',
  },
  take: {
    text: 'Take them',
    hint: 'You become the handler of each',
    verb: 'Take',
    act: 'take',
    actFor: ({ status }) => (status === 'assigned' ? 'accept' : 'take'),
    given: () => ({}),
    fields: {},
    tells: 'Each member is told your name and when they will hear from you next.',
    undo: ({ holderId }) => (holderId ? undefined : { act: 'release', given: {} }),
    undoWords: 'Each goes back to its mailbox. What members were told cannot be taken back.',
  },
  release: {
    text: 'Give them back to their mailbox',
    hint: 'They become unassigned',
    verb: 'Give back',
    act: 'release',
    given: () => ({}),
    fields: {},
    undo: ({ holderId, accepted }, { mailboxId }) =>
      holderId && mailboxId
        ? { act: accepted ? 'take' : 'allocate', given: accepted ? {} : { to: holderId } }
        : undefined,
    undoWords: 'You take those again that you had taken; the others need somebody who may allocate.',
  },
  move: {
    text: 'Move them to another mailbox',
    hint: 'Their history goes with them and their due dates stay',
    verb: 'Move',
    act: 'move',
    given: typed => ({ mailbox: typed.text('move-mailbox'), why: typed.text('move-why') }),
    fields: { mailbox: 'move-mailbox', why: 'move-why' },
    undo: (before, after, by) =>
      before.mailboxId && before.restricted === after.restricted
        ? {
            act: 'move',
            given: { mailbox: before.mailboxId, why: 'Back to where it was before it was moved with others.' },
            ...(before.holderId && { after: givingBack(before.holderId, by) }),
          }
        : undefined,
    undoWords:
      'Each goes back to its mailbox and to whoever had it there: you take yours again, others have to accept theirs, which somebody who may allocate can ask of them. What became restricted stays restricted.',
  },
  'set-topic': {
    text: 'Set their topic',
    hint: 'Mailbox and due date stay as they are',
    verb: 'Set the topic of',
    act: 'set-topic',
    // not `topic`, by which the list is narrowed
    given: typed => ({ topic: typed.text('new-topic') }),
    fields: { topic: 'new-topic' },
    undo: ({ topicId }) => (topicId ? { act: 'set-topic', given: { topic: topicId } } : undefined),
    undoWords: 'Those that had no topic before keep the new one.',
  },
  note: {
    text: 'Add an internal note to each',
    hint: 'Members do not see it',
    verb: 'Add a note to',
    act: 'note',
    given: typed => ({ text: typed.text('note-text') }),
    fields: { text: 'note-text' },
    undo: nothingToUndo,
    undoWords: 'A note cannot be taken back.',
  },
  'look-at': {
    text: 'Mark them as looked at',
    hint: 'What came after the answer needs nothing more',
    verb: 'Mark as looked at',
    act: 'look-at',
    given: () => ({}),
    fields: {},
    undo: nothingToUndo,
    undoWords: 'It cannot be taken back. Open an enquiry again if it needs more.',
  },
  close: {
    text: 'Close them without an answer',
    hint: 'The same words go to every member',
    verb: 'Close',
    act: 'close',
    given: typed => ({
      outcome: typed.text('close-outcome'),
      route: typed.text('close-route'),
      text: typed.text('close-text'),
    }),
    fields: { outcome: 'close-outcome', route: 'close-route', text: 'close-text' },
    tells: 'Each member is sent what you wrote.',
    undo: nothingToUndo,
    undoWords: 'Closing cannot be taken back: members have been told. Each can be opened again by itself.',
  },
} as const satisfies Record<string, BulkAct>

export type BulkActName = keyof typeof bulkActs

export const bulkActNames = Object.keys(bulkActs) as BulkActName[]

export const isBulkAct = (name: string): name is BulkActName => Object.hasOwn(bulkActs, name)

export const bulkActNamed = (name: BulkActName): BulkAct => bulkActs[name]

/** The act that one enquiry meets. */
export const actOf = (name: BulkActName, enquiry: Enquiry): Act<never, never> => {
  const it = bulkActNamed(name)
  return known(it.actFor?.(enquiry) ?? it.act)
}

/** The act by which what is given is checked before any enquiry is asked. */
export const actBehind = (name: BulkActName): Act<never, never> => known(bulkActNamed(name).act)

export function known(name: string): Act<never, never> {
  const act = actNamed(name)
  if (!act) throw new Error(`${name} is no act`)
  return act
}
