import { acceptPage } from '../accept/accept-page.ts'
import { addToSetPage } from '../add-to-set/add-to-set-page.ts'
import { allocatePage } from '../allocate/allocate-page.ts'
import { answerAtOncePage } from '../answer-at-once/answer-at-once-page.ts'
import { answerPage } from '../answer/answer-page.ts'
import { askPage } from '../ask/ask-page.ts'
import { breakPromisePage } from '../break-promise/break-promise-page.ts'
import { changeKindPage } from '../change-kind/change-kind-page.ts'
import { closePage } from '../close/close-page.ts'
import { closeAsErrorPage } from '../close-as-error/close-as-error-page.ts'
import { askContributionPage } from '../contribution/ask-contribution-page.ts'
import { chaseContributionPage, withdrawContributionPage } from '../contribution/follow-pages.ts'
import { declinePage } from '../decline/decline-page.ts'
import { disagreePage } from '../disagree/disagree-page.ts'
import { extendPage } from '../extend/extend-page.ts'
import { followUpPage } from '../follow-up/follow-up-page.ts'
import { handOverPage } from '../hand-over/hand-over-page.ts'
import { takeBackPage } from '../hand-over/take-back-page.ts'
import { joinPage } from '../join/join-page.ts'
import { keepPromisePage } from '../keep-promise/keep-promise-page.ts'
import { leadSetPage } from '../lead-set/lead-set-page.ts'
import { leaveSetPage } from '../leave-set/leave-set-page.ts'
import { linkPage } from '../link/link-page.ts'
import { lookAtPage } from '../look-at/look-at-page.ts'
import { movePage } from '../move/move-page.ts'
import { notePage } from '../note/note-page.ts'
import { reassignPage } from '../reassign/reassign-page.ts'
import { releasePage } from '../release/release-page.ts'
import { reopenPage } from '../reopen/reopen-page.ts'
import { reroutePage } from '../reroute/reroute-page.ts'
import { restrictPage } from '../restrict/restrict-page.ts'
import { returnPage } from '../review/return-page.ts'
import { sendReviewedPage } from '../review/send-reviewed-page.ts'
import { submitPage } from '../review/submit-page.ts'
import { setPlacePage } from '../set-place/set-place-page.ts'
import { setTopicPage } from '../set-topic/set-topic-page.ts'
import { takePage } from '../take/take-page.ts'
import { transferPage } from '../transfer/transfer-page.ts'
import { unjoinPage } from '../unjoin/unjoin-page.ts'
import { unlinkPage } from '../unlink/unlink-page.ts'
import { updatePage } from '../update/update-page.ts'
import type { ActPage } from './act-page.ts'

/** What officers can do to an enquiry, in the order in which the buttons stand. */
export const officerActs: readonly ActPage[] = [
  acceptPage,
  takePage,
  answerPage,
  sendReviewedPage,
  returnPage,
  lookAtPage,
  disagreePage,
  reopenPage,
  followUpPage,
  declinePage,
  allocatePage,
  askPage,
  updatePage,
  askContributionPage,
  submitPage,
  handOverPage,
  takeBackPage,
  extendPage,
  notePage,
  reassignPage,
  releasePage,
  movePage,
  setTopicPage,
  setPlacePage,
  changeKindPage,
  restrictPage,
  answerAtOncePage,
  joinPage,
  unjoinPage,
  linkPage,
  unlinkPage,
  addToSetPage,
  leadSetPage,
  leaveSetPage,
  reroutePage,
  transferPage,
  closePage,
  closeAsErrorPage,
  keepPromisePage,
  breakPromisePage,
  chaseContributionPage,
  withdrawContributionPage,
]
