/** What other rooms and app may call. */
export { actNamed, acts } from './acts.ts'
export { mayAct, parts, type Act, type Actor, type Part } from './act.ts'
export { replay } from './apply.ts'
export { carryOut } from './carry-out.ts'
export { theSystem, type CarriedOut, type Doer, type Way } from './doer.ts'
export {
  channels,
  channelWords,
  declineReasons,
  kinds,
  outcomes,
  isOpen,
  isPaused,
  owedAnswer,
  toldDueOn,
  kindWords,
  outcomeWords,
  statuses,
  withCouncil,
  statusWords,
  type Channel,
  type Enquiry,
  type Kind,
  type Outcome,
  type Status,
} from './enquiry.ts'
export type { EnquiryEvent, EventType, Recorded } from './events.ts'
export { houseWith, type Happened, type House, type Restricted } from './house.ts'
export { excludedFrom } from './exclude/exclusion.sql.ts'
export { eventIdsOf, forgetTraces } from './restrict/forget.sql.ts'
export { promiseSteps } from './follow-promises/follow-promises.ts'
export type { Beside } from './beside.ts'
export type { Draft } from './answer/draft.ts'
export type { Opened } from './page/open-enquiry.ts'
export type { Tracked } from './track/track.ts'
export { raise, type Raised, type RaiseWay } from './raise/raise.ts'
export { raiseShape, type Raise } from './raise/raise-shape.ts'
export { eventsWithWords, eventWithWords, recentEvents, type EventWords } from './event-words.sql.ts'
export { viewEnquiries, viewEnquiry, type Names, type Viewed } from './view.sql.ts'
export { needsSecondPerson } from './review/second-person.ts'
export { promisesOf } from './message.sql.ts'
export { askStandings, enquiryById, enquiryByReference, type Standing } from './enquiry.sql.ts'
export { participantsOf } from './participants.sql.ts'
export type { NewAttachment } from './attachment.sql.ts'
export { keepEveryFile, keepFiles } from './attach/attach.ts'
export { carryOutEach, type Each } from './carry-out-each.ts'
export { dueForHolders, type DueWork } from './due-for-holders.sql.ts'
export { hearers, rungs, rungWords, type Climbed, type Rung } from './climb/rung.ts'
export { hearersOf } from './climb/hearers.sql.ts'
export { whoHears, type Hearers } from './climb/who-hears.ts'
export type { LadderStep } from './climb/ladder-step.ts'
export { owedWords } from './chase/owed.sql.ts'
export { replayedDifferently } from './compare.ts'
export { weighedIn } from './allocate/load.sql.ts'
export { begunBetween, heldSeenBy, offeredTo } from './cover/cover.sql.ts'
export { heldBy, unassignedIn, inLaneSince, openOver, promisedBy, silentSince, waitingSince } from './timely.sql.ts'
export { apply, begin } from './apply.ts'
export { handOverOf, withPartnerOver, type HandedOver } from './hand-over/hand-over.sql.ts'
export type { Decision, Limits } from './act.ts'
export type { NewMessage } from './message.sql.ts'
export { numberedQuestions } from './raise/numbered-questions.ts'
export { receive, type Contact } from './raise/receive.ts'
export { insertNotices, readsNotes, readsOf } from './notices/notice.sql.ts'
export { startWatching, watchersOf } from './watch/watch.sql.ts'
export { insertView } from './work-list/saved/saved-view.sql.ts'
export { eventSentence } from './page/event-sentence.ts'
export { namesIn } from './page/names.ts'
export { asContributor } from './contribution/through.ts'
export { answersFor, asPartner } from './hand-over/through.ts'
export { latestFor, type Contribution } from './contribution/contribution.ts'
export { contributionById, partAskedOf, withOpenContributions } from './contribution/contribution.sql.ts'
export { linkTo } from './contribution/link.ts'
export { enquiryEndpoints } from './api/endpoints.ts'
export { listEnquiries, type Filter, type Listed } from './list.sql.ts'
export { placeInWords, placeToFind, type Place } from './place/place.ts'
export { messageTitle } from './page/conversation.ts'
export { memberTag } from './track/member-tag.ts'
export { nextWords } from './track/where-it-is.ts'
export { remindersIn } from './remind/remind.ts'
export { limitOfKind } from './change-kind/kind-clock.ts'
export { answersStanding } from './undeliver/undeliver.ts'
export { whereItGoesOn } from './together/where-it-goes-on.ts'
export { indexedWords } from './search/index-words.ts'
export { expectedAmong, expectedKept, learnExpected, type ExpectedOf } from './expected/expected.sql.ts'
export { countDays } from './board/daily.sql.ts'
export { learnRisk, riskBands, type RiskBands } from './risk/risk.sql.ts'
export { capacity, type Capacity } from './board/read-capacity.ts'
export { expectedInWords } from './expected/expected.ts'
export { firstWords, pastByTopic } from './learn/texts.sql.ts'
export { indexMissing } from './search/searchable.sql.ts'
export { hasVocabulary, keepVocabulary } from './search/vocabulary.sql.ts'
export { sweepTraces } from './sweep/sweep.sql.ts'
export { runBulk } from './work-list/bulk/run-bulk.ts'
export { eraseDrafts, eraseWords } from './erase.sql.ts'
