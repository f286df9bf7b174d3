import type { Day } from '#kernel/day.ts'
import { inWords } from '#kernel/day.ts'
import type { Quality } from './answer-texts.ts'
import { paragraphs, timeOfDay } from './wording.ts'
import type { Slots } from './phrases.ts'
import { oneOf } from './phrases.ts'
import type { Random } from './random.ts'
import type { Scene } from './scene.ts'

type Named = { readonly name: string; readonly phone: string }

/** What an officer asks the member before the matter can go on. */
export const questionText = (random: Random, scene: Scene, officer: Named): string =>
  paragraphs([
    say(random, scene, ['Dear {surname},', 'Hello {surname},']),
    say(random, scene, [
      'Thank you for this.',
      'I have made a start on this, and need your help with one thing.',
      'Before I go on:',
      'A quick question so that I get this right.',
    ]),
    scene.askBack.question,
    signedBy(random, scene, officer),
  ])

/** What the member says to that question. */
export const replyText = (random: Random, scene: Scene): string =>
  paragraphs([
    `${say(random, scene, ['', 'Of course. ', 'Thanks for asking. ', 'Hello. ', 'Good question. '])}${scene.askBack.answer}`,
    say(random, scene, ['', '{surname}', 'Thanks, {surname}', 'Sent from my phone', 'Hope that helps. {surname}']),
  ])

/** A member asking where the answer is. */
export const chaseText = (random: Random, scene: Scene, { dueOn }: { dueOn: Day }): string =>
  paragraphs([
    oneOf(chases, random, { ...scene.slots, due: inWords(dueOn) }),
    say(random, scene, ['', '', '{member}', 'Thanks, {surname}', 'Regards,\n{member}']),
  ])

/** A member saying that an answer of this quality does not answer. */
export const disagreementText = (random: Random, scene: Scene, { after }: { after: Quality }): string =>
  paragraphs([
    oneOf(after === 'poor' ? afterPoor : afterFair, random, withQuestion(scene)),
    say(random, scene, ['', '{member}', 'Regards,\n{surname}']),
  ])

/** A member saying that it does. */
export const agreementText = (random: Random, scene: Scene): string =>
  paragraphs([say(random, scene, agreements), say(random, scene, ['', '', '{surname}', 'All the best,\n{surname}'])])

/** A member who no longer needs an answer. */
export const withdrawalText = (random: Random, scene: Scene): string => say(random, scene, withdrawals)

/** Word from the officer that the answer is not ready, and when there will be more. */
export const holdingText = (random: Random, scene: Scene, officer: Named, { nextOn }: { nextOn: Day }): string =>
  paragraphs([
    say(random, scene, ['Dear {surname},', 'Hello {surname},']),
    oneOf(holdings, random, { ...scene.slots, team: scene.family.team, next: inWords(nextOn) }),
    signedBy(random, scene, officer),
  ])

/** A note for colleagues only. */
export const internalNote = (random: Random, scene: Scene): string =>
  oneOf(random.chance(0.65) ? scene.family.notes : notes, random, { ...scene.slots, team: scene.family.team })

/** What was said when the matter was answered at once, by telephone or in person. */
export const spokenAnswer = (random: Random, scene: Scene, officer: Named): string => {
  const [first] = scene.asks
  const slots = { ...scene.slots, officer: officer.name, time: timeOfDay(random), question: first?.question ?? '' }
  return oneOf(spoken, random, slots)
}

/** What goes with a matter handed to the housing association. */
export const handOverText = (random: Random, scene: Scene): string => say(random, scene, handOvers)

/** A part of the answer asked of a colleague, and what the colleague sends back. */
export const contributionText = (random: Random, scene: Scene): { asked: string; given: string } => ({
  asked: oneOf(contributionsAsked, random, withQuestion(scene)),
  given: say(random, scene, contributionsGiven),
})

const say = (random: Random, scene: Scene, texts: readonly string[]): string => oneOf(texts, random, scene.slots)

const withQuestion = (scene: Scene): Slots => ({ ...scene.slots, question: scene.asks[0]?.question ?? '' })

const signedBy = (random: Random, scene: Scene, officer: Named): string =>
  `${say(random, scene, ['Thank you,', 'Kind regards,', 'Many thanks,'])}\n${officer.name}\n${officer.phone}`

const chases = [
  'May I ask where this has got to? It was due on {due}.',
  'I have heard nothing since the receipt. The resident rang me again on {weekday} and I had nothing to say.',
  'Just a gentle nudge on this one, please 🙂',
  'This is now late. Please let me have an answer, or at least the day on which I can expect one.',
  'Any news, please? I have a surgery on {weekday} and shall be asked.',
  'I do understand how busy you are, but I should like to hear something before the week is out.',
  'Chasing this, please. The answer was promised for {due}.',
]

const afterPoor = [
  'Thank you, but this does not answer what I asked, which was: {question}',
  'I am sorry, but I cannot find an answer in that. {question}',
  'I read this to the resident, who was as puzzled as I was. In plain words, please: {question}',
  'This tells me what the process is and not what will happen. {question}',
  'With respect, I could have written that myself. Please would somebody look at the matter and tell me: {question}',
  'A kind reply, but it is not an answer. {question}',
]

const afterFair = [
  'Thanks. I went past this morning and nothing has changed. Could somebody look at it again?',
  'That is not what residents see. May I suggest that we meet there?',
  'Thank you for this, but it does not quite go to the heart of it. What residents want to know is what will be different.',
  'I appreciate the reply. The resident says that the facts are not right, and I think they may have a point. Please look again.',
  'Thank you. I am not sure that I can take this back to the resident as it stands. Is there really nothing sooner?',
  'It has happened again since you wrote, so I am afraid that I must ask you to look at it afresh.',
]

const agreements = [
  'That answers it, thank you.',
  'Brilliant, thank you. The resident is delighted.',
  'Thank you for a clear answer, even if it was not the one that we wanted.',
  'Perfect, thanks 👍',
  'Thanks for sorting this so quickly. Please pass on my thanks to the crew.',
  'That is very helpful. I have passed it on.',
  'All done, and {resident} asked me to say thank you.',
]

const withdrawals = [
  'Please ignore this one. It has been sorted out since I wrote.',
  'You can close this. The resident rang to say that all is well.',
  'I find that my ward colleague has raised the same thing, so please drop mine.',
  'Sent to you by mistake. Sorry!',
]

const holdings = [
  'I am still waiting for {team} and do not want to give you half an answer. I will write again by {next}.',
  'This is taking longer than I should like. I expect to have the facts by {next} and will write to you then, whatever they are.',
  'I have the first part of the answer but not the rest. You will hear from me by {next}.',
  'Just to let you know that I have this and am working on it. My next word to you will be by {next}.',
  'The site visit had to be moved because of the weather. I will be in touch by {next}.',
]

const notes = [
  'Rang {team}, who will come back by Thursday.',
  'Draft ready, waiting for a figure.',
  'Same resident as an earlier enquiry. Worth reading that one first.',
  'Covering for a colleague on leave. Have read back through everything.',
  'Member is out of the country until next week, email only.',
  'Photo shows {street2}, not {street}. Checking which is meant.',
  'Please nobody reply yet. I am speaking to the member this afternoon.',
]

const spoken = [
  'Spoke to {surname} at {time}. Explained how it stands and what happens next. Content with that.',
  'Answered on the telephone: gave the date and the direct number. {surname} will tell the resident.',
  'Rang {surname} at {time} with the answer. No more needed in writing.',
  'Asked: {question} Gave the answer there and then from the system, and {surname} was happy with it.',
]

const handOvers = [
  "This home passed to Tess Valley Homes. We hand over only the address, the tenant's name and what is wrong.",
  'For Tess Valley Homes to answer, as landlord. The member has been told, and the clock goes on.',
  "Handed over with the tenant's agreement. Please give an appointment and say who will come.",
]

const contributionsAsked = [
  'Could you let me have a line on this for my answer? The member asks: {question}',
  'I need your part of this by the end of the week, please: {question}',
  'Can you check what you hold on {street} for me?',
]

const contributionsGiven = [
  'Checked: nothing on our side for {street} since {month}. You may say so.',
  'Yes, that one is ours. It is on the programme and I have put a note on the job.',
  'Spoke to the crew. They know the place and will do it with the next one along.',
  'We hold two reports, {job} being the later. Both are still open.',
]
