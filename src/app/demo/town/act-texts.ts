import { oneOf } from './phrases.ts'
import type { Random } from './random.ts'
import type { Scene } from './scene.ts'

/** What people write when they do anything but ask and answer: short, as people are who have other work to do. */
const said = {
  accepted: ['This one is yours, I think.', 'You know the place. Could you take it?', 'Next on the list. Thank you.'],
  declinedElsewhere: [
    'Not ours: {mailbox} looks after this. Nothing has been done about it here.',
    'I have read it twice and it is one for {mailbox}. I have told nobody anything yet.',
    'This belongs to {mailbox}. I would only be passing on their words.',
  ],
  declinedHere: [
    'I know the resident, so somebody else ought to answer this one.',
    'I am out on inspections until Thursday and would only let the member down.',
    'A colleague dealt with the first part of this in {month} and has the papers.',
  ],
  moved: ['Declined here: it belongs there', 'Came to us by mistake', 'The officer who knows this works there'],
  handedOn: [
    'On leave from tomorrow. Everything said so far is in the conversation.',
    'You are nearer to {street} than I am, and have the history.',
    'Swapped with a colleague, so that the site visit can be this week.',
  ],
  informationRequest: ['The member asks for recorded information, so it counts as a request for information.'],
  complaint: ['On reading it again, the resident is complaining about the service rather than asking for something.'],
  serviceRequest: ['This asks us to do something rather than to explain it. It has gone on the list as a request.'],
  enquiry: ['The member wants to understand the decision; there is nothing on the ground to put right.'],
  extended: [
    'The surveyor can only get on to the site next week, and I would rather send you facts than a guess.',
    'The contractor has been asked for figures and has promised them. I shall write as soon as they are here.',
    'This needs a word with the water company, who answer in their own time. I am sorry to keep you waiting.',
  ],
  extendedAgain: [
    'I have asked for this myself and am told that the report is finished in draft. The new date is firm.',
    'The site was flooded on the day of the visit. I have agreed one more date, and shall see that it is kept.',
  ],
  brokenPromise: [
    'I am sorry: the machine broke down, and the job moves to the new date. I have let the crew know how long you have waited.',
    'We said we would have done this by now. The parts are on order and come next week, so I am giving you the new date before you have to ask.',
    'The weather has put the whole programme back. I would rather tell you now than let the day go by.',
  ],
  thanks: [
    'Many thanks for this, much appreciated.',
    'Thank you. I have passed it on to {resident}.',
    'Received with thanks 🙂',
    'Thank you, and please thank the crew from me.',
  ],
  moreToSay: [
    'One more thing: {resident} says that it is the same on {street2}. Should that be a new enquiry?',
    'Thank you. Before I pass this on: does the date hold if it rains?',
  ],
  addition: [
    'A photograph may help: the place is right by the corner with {street2}.',
    '{resident} rang to add that it is worst early in the morning.',
    'I went past today and it is just the same.',
  ],
  reopening: [
    'I am sorry to come back to this, but nothing has been done on {street}. Please would you look again?',
    '{resident} tells me that it has started again. May this be opened again, please?',
    'I closed this too soon. The work was done, but not the whole of it.',
  ],
  followUp: [
    'I raised this some time ago and it was put right, but it has come back. What can be done that lasts?',
    'Further to my earlier enquiry: {resident} reports the same thing again on {street}. When will somebody look at it?',
  ],
  returned: [
    'Good, but please say by when, and who will do it.',
    'The second paragraph names the resident’s neighbour. Please take that out before it goes.',
    'Clear and kind. Could you answer the question about {street} first, and explain after?',
  ],
  outOfOffice: [
    'Automatic reply: I am away until Monday and shall read your message then. For anything urgent please ring the office.',
    'Thank you for your email. I am at a conference this week and reply in the evenings.',
  ],
  bounced: ['The address could not be reached: the mailbox is full. The message was returned to the sender.'],
  rerouted: [
    'This asks for recorded information, and the law has its own way for that. I have passed it on for you, and you need do nothing more.',
    'There is a procedure of its own for this, with a right of appeal that an enquiry does not give. It has gone there today.',
  ],
  transferred: [
    'This is not the council’s to decide, but I did not want to leave you with a telephone number. They have accepted it and will write to you.',
    'I have spoken to them and they have taken it over. They have all that you sent.',
  ],
  unsatisfied: [
    'I know that this is not the answer you hoped for. We have looked at it twice and cannot go further, but you can have it looked at by somebody else.',
  ],
  noResponse: [
    'I have written and rung without reaching anybody who could tell me which house is meant. Please write at any time and I shall take it up again.',
  ],
  recordedInError: [
    'This was put on record twice, once from the call and once from the email. The other one goes on.',
    'Recorded for the wrong member. It has been put on record anew for the right one.',
  ],
  joinedBecause: ['The same matter, by telephone this time.', 'The member wrote again before we had answered.'],
  separatedBecause: ['Another house in the same street after all.', 'Two different things, as the photographs show.'],
  leftBecause: ['This one is about {street2}, which has another cause.'],
  contributionLate: ['Found the answer in our own records, no need any more. Thank you.'],
  mention: [
    '@{colleague} have you been out to {street} lately? I should like to say when we last looked.',
    '@{colleague} this is the one I spoke of. Could you read my draft before it goes?',
    '@{colleague} for you to know, as {resident} has rung you about it before.',
  ],
} as const satisfies Record<string, readonly string[]>

export type Saying = keyof typeof said

/** What somebody says when they do this. `more` fills what the scene does not know, such as the name of a mailbox. */
export const saying = (
  random: Random,
  scene: Scene,
  what: Saying,
  more: Readonly<Record<string, string>> = {},
): string => oneOf(said[what], random, { ...scene.slots, ...more })

/** Everything that can be said, for the tests. */
export const sayings = Object.keys(said) as Saying[]

/** Where a matter goes that an enquiry is not the way for, and who has it there. */
export const otherProcedures = [
  { procedure: 'freedom-of-information', who: 'The information governance team', link: '' },
  { procedure: 'environmental-information', who: 'The information governance team', link: '' },
  { procedure: 'complaint', who: 'The complaints officer', link: '' },
  { procedure: 'subject-access', who: 'The data protection officer', link: '' },
  { procedure: 'e-form', who: 'The customer contact centre', link: 'https://tessbridge.example/report' },
] as const

/** People outside the council who take things over, or give a part of an answer. */
export const outsiders = [
  { name: 'Petra Lindqvist', organisation: 'Tess Water', email: 'petra.lindqvist@tesswater.example' },
  { name: 'Ross Calderwood', organisation: 'Vale Buses', email: 'ross.calderwood@valebuses.example' },
  { name: 'Sgt Amina Yusuf', organisation: 'Redwater Police', email: 'amina.yusuf@redwaterpolice.example' },
  { name: 'Tim Ellory', organisation: 'Northern Gas Mains', email: 'tim.ellory@northerngasmains.example' },
] as const

/** Where a member can go who is not satisfied. */
export const nextRoute = 'The corporate complaints procedure, stage 2: complaints@tessbridge.example'
