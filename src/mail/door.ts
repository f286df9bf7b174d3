/** What other rooms and app may call. */

// ---- in ----

export type { Filed, Filing, Letter, MailDeps } from './deps.ts'
export { scanWith } from './in/clamd.ts'
export { intakeHealth, type IntakeHealth } from './in/health.sql.ts'
export { imapHealth } from './in/imap/imap-folder.sql.ts'
export { openImapIntake, type ImapIntake } from './in/imap/imap-intake.ts'
export { readImapUrl } from './in/imap/imap-place.ts'
export { openDomains } from './in/our-domains.ts'
export { startPostRound, type PostRound } from './in/post-round.ts'
export { processNext, receivedOn, type PostRoom } from './in/process.ts'
export { reprocess } from './in/reprocess.ts'
export { restrictMailOf } from './in/restrict.sql.ts'
export { openSmtpIntake, type SmtpIntake, type SmtpIntakeOptions } from './in/smtp-intake.ts'
export { newestKnownMessages } from './known-message.sql.ts'
export { ownText, ownWords, type Stretch } from './own-words.ts'
export { automaticWords, type AutomaticReason } from './parse/automatic.ts'
export type { Address, DeliveryReport, MailAttachment, ParsedMail } from './parse/parsed-mail.ts'
export { folded, said } from './said.ts'
export { openParser, type Parser } from './parse/parser.ts'
export { insertDelivered } from './in/intake-store.sql.ts'
export { failuresIn, type Failure } from './understand/failure.ts'
export { forwardedIn, type Forwarded } from './understand/forwarded.ts'
export { meaningOf, meaningOfSubject, type Meaning } from './understand/meaning.ts'
export { intakeApiRoutes, intakeStates } from './quarantine/intake-api.ts'
export { countWaiting } from './quarantine/read-intake.sql.ts'
export { quarantineRoutes } from './quarantine/routes.ts'
export type { Held as HeldArrival, HeldReason } from './understand/arrival.ts'
export type { Arrival, FiledByHand, HelpAsked, HelpWanted, NewEnquiry, Recorded, Reply } from './understand/arrival.ts'

// ---- out ----

export { markBounced } from './out/bounce.ts'
export {
  arrivedOnly,
  inQuarantine,
  held,
  tooLarge,
  type Arrived,
  type Held,
  type InQuarantine,
  type TooLarge,
} from './out/compose/about-mail.ts'
export { addressProof, type AddressProof } from './out/compose/address-proof.ts'
export { acknowledgement, type Acknowledgement } from './out/compose/acknowledgement.ts'
export { answerLetter, answerMail, type AnswerMail } from './out/compose/answer.ts'
export { confirmation, type Confirmation, type Done } from './out/compose/confirmation.ts'
export {
  howTo,
  noSuchEnquiry,
  ownList,
  statusOf,
  type Addresses,
  type ListedForMember,
} from './out/compose/help-by-mail.ts'
export { noted, recordedMail, type RecordedMail } from './out/compose/officer-mail.ts'
export { closing, reopened, type Closing, type Reopened } from './out/compose/closing.ts'
export { joined, separated, tookIn, type Joining } from './out/compose/joining.ts'
export {
  asRead,
  type About as LetterAbout,
  type Composed,
  type Council as LetterCouncil,
} from './out/compose/letter.ts'
export { newWork, type NewWork } from './out/compose/new-work.ts'
export { memberWrote, type MemberWrote } from './out/compose/member-wrote.ts'
export { promiseDue, promiseLapsed, promiseNotKept, type PromiseFollowed } from './out/compose/promise-followed.ts'
export { promiseMoved, type PromiseMoved } from './out/compose/promise-moved.ts'
export { dateChanged, progress, type DateChanged, type Progress } from './out/compose/progress.ts'
export { question, type Question } from './out/compose/question.ts'
export { receipt, type Receipt } from './out/compose/receipt.ts'
export { coverOffered } from './out/compose/cover-offered.ts'
export { securityNotice, type SecurityNoticeLetter } from './out/compose/security-notice.ts'
export { signInLink, type SignInLink } from './out/compose/sign-in-link.ts'
export {
  assigned,
  colleagueTold,
  chased,
  notDelivered,
  type Assigned,
  type Chased,
  type NotDelivered,
} from './out/compose/to-officers.ts'
export {
  contributionAsked,
  contributionCame,
  contributionOver,
  contributionTaken,
  contributionTooLate,
  contributionUnreached,
  type ContributionAsked,
  type ContributionCame,
  type ContributionOver,
} from './out/compose/contribution.ts'
export { checkpointMade } from './out/compose/checkpoint-made.ts'
export { sampleToScore } from './out/compose/sample-to-score.ts'
export { manyClimbed } from './out/compose/many-climbed.ts'
export { othersWritten } from './out/outbox.sql.ts'
export { answerReturned, answerToRead, type AnswerReturned, type AnswerToRead } from './out/compose/second-reading.ts'
export {
  handedOver,
  partnerAnswerTaken,
  handOverEnded,
  partnerHas,
  partnerNews,
  type HandedOver,
  type HandOverEnded,
  type PartnerHas,
  type PartnerNews,
} from './out/compose/partner.ts'
export { declined, type Declined } from './out/compose/not-taken-on.ts'
export { answerLate, climbed } from './out/compose/escalation.ts'
export { incidentWaits, pleaseDelete } from './out/compose/incident.ts'
export { guidance, restrictedToYou } from './out/compose/restricted.ts'
export { roundUp, type RoundUp as RoundUpLetter } from './out/compose/round-up.ts'
export { digest, type Digest, type DigestEntry } from './out/compose/digest.ts'
export { deleteTakenLines, dropLines, keepForDigest, takeLines, whoWaits, type DigestLine } from './out/digest.sql.ts'
export { askDeliveries, deliveriesOf, stateInWords, type Delivery } from './out/delivery.ts'
export type { MailFile, MailKind, MailState, OutboxMail } from './out/outbox-mail.ts'
export { outboxRoutes } from './out/outbox/routes.ts'
export { mayReceiptNow, post, postAll, receiptBrake, takeMailsBack, type Mail, type Posted } from './out/queue.ts'
export {
  findReplyAddress,
  replyAddressFor,
  revokeReplyAddresses,
  type Party,
  type ReplyMatch,
} from './out/reply-address.ts'
export { sendDue, type Later, type NotToSend, type Sending, type Sent } from './out/sender.ts'
export { messageIdOf, readMessageId, threadIdOf, type Stamp } from './out/stamp.ts'
export { openTransport, type Transport } from './out/transport.ts'
export { failingEndpoints } from './failing/endpoints.ts'
export { countFailing } from './failing/failing.sql.ts'
export { failingPath } from './failing/list-page.ts'
export { failingRoutes } from './failing/routes.ts'
export { askUnreachable, markReachable, type Unreachable } from './out/unreachable.sql.ts'
export { eraseDiscardedBefore, eraseMailOf, eraseRawBefore, eraseSentBefore } from './erase.sql.ts'
