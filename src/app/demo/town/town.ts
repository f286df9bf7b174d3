import { agreementText, chaseText, contributionText, disagreementText, handOverText } from './conversation-texts.ts'
import {
  holdingText,
  internalNote,
  questionText,
  replyText,
  spokenAnswer,
  withdrawalText,
} from './conversation-texts.ts'
import { domain, oneStopAddress, recordAddress } from './addresses.ts'
import { answerText } from './answer-texts.ts'
import { demoAccounts } from './demo-accounts.ts'
import { enquiryText } from './enquiry-texts.ts'
import { mailboxes } from './mailboxes.ts'
import { assistants, groups, members } from './members.ts'
import { corporate, directorates, housingTransferOn, leadershipTeam, partner, services } from './organisation.ts'
import { sceneOf } from './scene.ts'
import { topics } from './topics.ts'
import { channelMix, mailboxProfiles, otherRates, weekdayShares } from './volumes.ts'
import { wards } from './wards.ts'

/** Tessbridge Borough Council. There is no such place; everybody in it is made up. */
export const town = {
  council: {
    name: 'Tessbridge Borough Council',
    short: 'Tessbridge',
    domain,
    nation: 'england',
    oneStopAddress,
    recordAddress,
  },
  wards,
  groups,
  members,
  assistants,
  directorates,
  services,
  leadershipTeam,
  corporate,
  partner,
  housingTransferOn,
  mailboxes,
  topics,
  demoAccounts,
  volumes: { mailboxProfiles, channelMix, weekdayShares, otherRates },
  texts: {
    sceneOf,
    enquiryText,
    questionText,
    replyText,
    answerText,
    holdingText,
    chaseText,
    disagreementText,
    agreementText,
    withdrawalText,
    internalNote,
    spokenAnswer,
    handOverText,
    contributionText,
  },
} as const
