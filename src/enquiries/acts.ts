import type { Act } from './act.ts'
import { accept } from './accept/accept.ts'
import { addToSet } from './add-to-set/add-to-set.ts'
import { agree } from './agree/agree.ts'
import { allocate } from './allocate/allocate.ts'
import { answerAtOnce } from './answer-at-once/answer-at-once.ts'
import { answer } from './answer/answer.ts'
import { ask } from './ask/ask.ts'
import { breakPromise } from './break-promise/break-promise.ts'
import { changeKind } from './change-kind/change-kind.ts'
import { chase } from './chase/chase.ts'
import { climb } from './climb/climb.ts'
import { close, closeSilent } from './close/close.ts'
import { closeAsError } from './close-as-error/close-as-error.ts'
import { askContribution } from './contribution/ask-contribution.ts'
import { contribute } from './contribution/contribute.ts'
import { chaseContribution, remindContributions, withdrawContribution } from './contribution/follow-contributions.ts'
import { decline } from './decline/decline.ts'
import { disagree } from './disagree/disagree.ts'
import { extend } from './extend/extend.ts'
import { file } from './file/file.ts'
import { followUp } from './follow-up/follow-up.ts'
import { followPromises } from './follow-promises/follow-promises.ts'
import { handOver } from './hand-over/hand-over.ts'
import { partnerAnswer, partnerDecline, takeOver } from './hand-over/partner-acts.ts'
import { remindPartner, takeBack } from './hand-over/take-back.ts'
import { join } from './join/join.ts'
import { keepPromise } from './keep-promise/keep-promise.ts'
import { leadSet } from './lead-set/lead-set.ts'
import { leaveSet } from './leave-set/leave-set.ts'
import { link } from './link/link.ts'
import { lookAt } from './look-at/look-at.ts'
import { move } from './move/move.ts'
import { note } from './note/note.ts'
import { reassign } from './reassign/reassign.ts'
import { recalculate } from './recalculate/recalculate.ts'
import { release } from './release/release.ts'
import { remind } from './remind/remind.ts'
import { reopen } from './reopen/reopen.ts'
import { reply } from './reply/reply.ts'
import { reroute } from './reroute/reroute.ts'
import { restrict } from './restrict/restrict.ts'
import { returnAnswer } from './review/return-answer.ts'
import { sendReviewed } from './review/send-reviewed.ts'
import { submit } from './review/submit.ts'
import { setPlace } from './set-place/set-place.ts'
import { setTopic } from './set-topic/set-topic.ts'
import { take } from './take/take.ts'
import { transfer } from './transfer/transfer.ts'
import { undeliver } from './undeliver/undeliver.ts'
import { unjoin } from './unjoin/unjoin.ts'
import { unlink } from './unlink/unlink.ts'
import { update } from './update/update.ts'
import { voidQuestion } from './void-question/void-question.ts'
import { withdraw } from './withdraw/withdraw.ts'

/** The table of acts (domain.md, section 2): everything that can be done to an enquiry once it exists. */
export const acts = [
  take,
  accept,
  decline,
  allocate,
  reassign,
  release,
  move,
  setTopic,
  setPlace,
  changeKind,
  restrict,
  ask,
  voidQuestion,
  remind,
  reply,
  update,
  extend,
  askContribution,
  contribute,
  chaseContribution,
  withdrawContribution,
  answer,
  handOver,
  partnerAnswer,
  partnerDecline,
  takeOver,
  takeBack,
  submit,
  returnAnswer,
  sendReviewed,
  answerAtOnce,
  undeliver,
  agree,
  disagree,
  withdraw,
  close,
  reroute,
  transfer,
  closeAsError,
  closeSilent,
  reopen,
  followUp,
  lookAt,
  note,
  chase,
  keepPromise,
  breakPromise,
  join,
  unjoin,
  link,
  unlink,
  addToSet,
  leadSet,
  leaveSet,
  file,
  climb,
  remindContributions,
  followPromises,
  remindPartner,
  recalculate,
] as const

// an act takes what its own shape gives; whoever handles acts in general knows only that
export const actNamed = (name: string): Act<never, never> | undefined => byName.get(name)

const byName = new Map((acts as unknown as readonly Act<never, never>[]).map(it => [it.name, it]))
