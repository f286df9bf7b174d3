import { addDays, inWords } from '#kernel/day.ts'
import type { Manner } from './members.ts'
import { oneOf } from './phrases.ts'
import type { Random } from './random.ts'
import type { Scene } from './scene.ts'
import { issueOf } from './scene.ts'
import type { Writer } from './wording.ts'
import { asked, detail, paragraphs, say } from './wording.ts'

export const brief: Writer = (random, scene) =>
  paragraphs([
    `${say(random, scene, ['', '', 'Hi. ', 'Morning. ', 'Hello, quick one. '])}${issueOf(random, scene)}`,
    asked(random, scene, ['', '', 'Please could I know:', 'Can you tell me:']),
    say(random, scene, [
      '{member}',
      'Thanks, {surname}',
      'Many thanks, {member}',
      'Thank you.\n{member}',
      'Ta, {surname}',
    ]),
  ])

export const thorough: Writer = (random, scene) =>
  paragraphs([
    say(random, scene, ['Dear colleagues,', 'Good morning,', 'Good afternoon,', 'Dear all,']),
    `${say(random, scene, openings)} ${issueOf(random, scene)} ${detail(random, scene)}`.trim(),
    random.chance(0.5) ? say(random, scene, asideDetails) : '',
    asked(random, scene, [
      'I should be grateful to know:',
      'Could you please tell me the following?',
      'So that I can reply to the resident, please could you let me know:',
      'My questions are these.',
    ]),
    say(random, scene, closings),
    say(random, scene, [
      'Kind regards,\n{member}\nWard member for {ward}',
      'With thanks,\n{member}',
      'Best wishes,\n{member}, {ward} ward',
    ]),
  ])

export const formal: Writer = (random, scene) =>
  paragraphs([
    say(random, scene, ['Dear Sir or Madam,', 'Dear colleague,', 'Dear officers,']),
    `${say(random, scene, ['I write about a matter in my ward.', 'A resident of {ward} has asked for my help.', 'I wish to raise the following.'])} ${issueOf(random, scene)}`,
    random.chance(0.7) ? detail(random, scene) : '',
    asked(random, scene, [
      'I should be obliged for an answer to the following:',
      'May I ask:',
      'I would ask that the service tell me:',
    ]),
    say(random, scene, ['Yours faithfully,\n{member}', 'Yours sincerely,\n{member}\nMember for {ward}']),
  ])

const chatty: Writer = (random, scene) =>
  paragraphs([
    say(random, scene, [
      'Hi all 👋',
      'Hiya,',
      'Hello lovely people,',
      'Morning team ☀️',
      'Hi folks,',
      'Hello again! It is me 🙂',
    ]),
    `${issueOf(random, scene)} ${say(random, scene, asides)}`,
    asked(random, scene, [
      '',
      'Any chance you could find out:',
      'Two ticks of your time:',
      'What I would love to know is:',
    ]),
    say(random, scene, [
      'Thanks a million 🙏\n{surname}',
      'Cheers,\n{surname}',
      'Thank you, you are stars ⭐\n{surname}',
      'Ta ever so,\n{surname}',
    ]),
  ])

const lists: Writer = (random, scene) =>
  paragraphs([
    say(random, scene, ['Hello,', 'Dear team,', 'Good morning,']),
    `${issueOf(random, scene)}${random.chance(0.5) ? ` ${detail(random, scene)}` : ''}`,
    asked(random, scene, [
      'Please answer each of these:',
      'I have numbered my questions to make it easier:',
      'Questions:',
    ]),
    say(random, scene, ['Thanks,\n{member}', 'Regards,\n{member}', '{member}, {ward}']),
  ])

const forwards: Writer = (random, scene) =>
  paragraphs([
    `${say(random, scene, ['Please see below from a resident.', 'Can somebody look into the email below?', 'From a resident of {ward}, for your attention.', 'Another one, I am afraid. See below.', 'I promised {first} that I would pass this on.'])} ${random.chance(0.4) ? say(random, scene, asideDetails) : ''}`.trim(),
    asked(random, scene, ['', 'I should like to tell them:', 'Please could I have an answer to:']),
    say(random, scene, ['Thanks,\n{surname}', '{member}', 'Many thanks,\n{member}']),
    forwarded(random, scene),
  ])

/** A writer for each manner. */
export const writers: Record<Manner, Writer> = { brief, thorough, formal, chatty, lists, forwards }
export const manners = Object.keys(writers) as Manner[]

function forwarded(random: Random, scene: Scene): string {
  const { resident, member, slots } = scene
  const head = [
    say(random, scene, [
      '---------- Forwarded message ----------',
      '-----Original Message-----',
      'Begin forwarded message:',
    ]),
    `From: ${slots['name']} <${resident.email}>`,
    `Date: ${inWords(addDays(scene.receivedOn, -random.int(0, 4)))}`,
    `To: ${member.email}`,
    `Subject: ${say(random, scene, ['Help please', 'Can you help?', '{street}', 'A problem in {ward}', 'Sorry to trouble you', '(no subject)'])}`,
  ]
  return paragraphs([
    head.join('\n'),
    say(random, scene, [
      'Dear Councillor,',
      'Hello,',
      'Dear {member},',
      'Hi, I got your number from the leaflet.',
      'Good evening.',
    ]),
    `${oneOf(scene.plot.own, random, scene.slots)} ${oneOf(scene.family.voices, random, scene.slots)}`,
    say(random, scene, [
      'Please help if you can.',
      'What can be done?',
      'I would be glad of any advice.',
      'Thank you for reading this.',
      'God bless you for your help.',
    ]),
    say(random, scene, [
      '{name}\n{house} {street}',
      'Kind regards,\n{name}',
      'Thank you,\n{first}',
      '{name}, {street}',
    ]),
  ])
}

const openings = [
  'This came up at my surgery on {weekday}.',
  'I have been contacted by a resident of {ward}.',
  'Thank you for your help with the last one I raised.',
  'I hope that you are all well.',
  'I was out knocking on doors around {street} at the weekend and heard about this.',
  'Following a conversation by {landmark} on {weekday}, I should like to raise this with you.',
]

const closings = [
  'Thank you for looking into it.',
  'I have told the resident that I would come back within two weeks.',
  'Do ring me if it is easier to explain by telephone.',
  'If this is not for you, please tell me whose it is rather than closing it.',
  'I would rather have a straight no than a slow maybe.',
  'I know how much you have on, and I am grateful.',
]

const asides = [
  'Fingers crossed this is a quick one!',
  'I said I would ask, so I am asking 🙂',
  'It has been the talk of the ward, honestly.',
  'I know, I know, it is always me.',
  'Bless them, they have been very patient about it.',
  'It would make somebody very happy.',
]

const asideDetails = [
  'I have copied my ward colleague, who has had the same.',
  'The resident would be glad of a telephone call, if there is time for one.',
  'I attach what I was given.',
  'Please let me have something that I can share with residents.',
  'It would help to know in plain words what can and cannot be done.',
]
