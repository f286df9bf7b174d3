import { addDays, inWords } from '#kernel/day.ts'
import { brief, formal, manners, thorough, writers } from './member-letters.ts'
import type { Manner } from './members.ts'
import { inTheCorridor, phoned } from './officer-notes.ts'
import { oneOf } from './phrases.ts'
import type { Random } from './random.ts'
import type { Scene } from './scene.ts'
import { questionsOf } from './scene.ts'
import { withTypo } from './typos.ts'
import type { Writer } from './wording.ts'
import { paragraphs, say } from './wording.ts'

export type Channel =
  | 'web'
  | 'email'
  | 'phone'
  | 'in-person'
  | 'letter'
  | 'senior-manager'
  | 'partner'
  | 'api'
  | 'open311'
  | 'import'
  | 'caseworker'

export type EnquiryText = { readonly subject: string; readonly body: string; readonly questions: readonly string[] }

/** What a member writes, or an officer writes down, at the beginning of an enquiry. */
export function enquiryText(random: Random, scene: Scene, channel: Channel): EnquiryText {
  const subject = oneOf(scene.plot.subjects, random, scene.slots)
  const body = writerFor(random, scene, channel)(random, scene)
  return {
    subject: subjectBy(random, channel, subject, body),
    body: withTypo(random, body, channel),
    questions: questionsOf(scene),
  }
}

function subjectBy(random: Random, channel: Channel, subject: string, body: string): string {
  if (channel !== 'email') return subject
  if (body.includes('\nFrom: ')) return `${random.pick(['FW: ', 'Fwd: ', ''])}${subject}`
  return random.chance(0.05) ? `Urgent: ${subject}` : subject
}

function writerFor(random: Random, scene: Scene, channel: Channel): Writer {
  if (channel === 'phone') return phoned
  if (channel === 'in-person') return inTheCorridor
  if (channel === 'letter') return byLetter
  if (channel === 'senior-manager') return pastOneStop
  return writers[mannerOf(random, scene)]
}

/** Members mostly keep to their own manner. Nobody forwards what is confidential, or jokes about it. */
function mannerOf(random: Random, scene: Scene): Manner {
  const manner = random.chance(0.6) ? scene.member.manner : random.pick(manners)
  const confidential = scene.plot.own.length === 0
  return confidential && (manner === 'forwards' || manner === 'chatty') ? 'thorough' : manner
}

const byLetter: Writer = (random, scene) =>
  paragraphs([
    `[Letter received by post, dated ${inWords(addDays(scene.receivedOn, -random.int(1, 4)))}]`,
    formal(random, scene),
  ])

const pastOneStop: Writer = (random, scene) =>
  paragraphs([
    say(random, scene, [
      "Sent on by the director's office. It came straight to them.",
      'Passed on by the head of service, who was copied in.',
      "The chief executive's office asks us to record and answer this.",
    ]),
    (random.chance(0.5) ? brief : thorough)(random, scene),
  ])
