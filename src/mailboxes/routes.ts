import type { Route } from '#platform/http/route.ts'
import { cannedReplyRoutes } from './canned-replies/routes.ts'
import { addMailboxForm, addTypedMailbox, editMailboxForm, editTypedMailbox } from './edit-mailbox/page.ts'
import { addTopicForm, addTypedTopic, editTopicForm, editTypedTopic } from './edit-topic/page.ts'
import { chooseGiveOut, giveOutForm } from './give-out/page.ts'
import { mailboxPage } from './look-up/mailbox-page.ts'
import { mailboxesPage } from './look-up/mailboxes-page.ts'
import { sensitiveWordRoutes } from './sensitivity/change-words/routes.ts'
import { topicPage, topicsPage } from './look-up/topics-pages.ts'
import { endPartForm, endTypedPart, namePersonForm, nameTypedPerson } from './name-people/page.ts'
import {
  absencesPage,
  changeAbsenceForm,
  changeTypedAbsence,
  endOfAbsence,
  tellTypedAbsence,
} from './tell-absence/page.ts'
import { takeBack, transferForm, transferTyped } from './transfer-topic/page.ts'

/**
 * Who answers for what, for everybody; setting it up, for administrators. People and absences are open to everybody
 * signed in because whoever runs a mailbox changes them too: those pages ask the database who that is.
 */
export const mailboxRoutes = (): readonly Route[] => [
  { method: 'GET', path: '/mailboxes', may: 'mailboxes.view', handle: mailboxesPage },
  { method: 'GET', path: '/mailboxes/:key', may: 'mailboxes.view', handle: mailboxPage },
  { method: 'GET', path: '/mailboxes/add', may: 'mailboxes.administer', handle: addMailboxForm },
  { method: 'POST', path: '/mailboxes/add', may: 'mailboxes.administer', handle: addTypedMailbox },
  { method: 'GET', path: '/mailboxes/:key/edit', may: 'mailboxes.administer', handle: editMailboxForm },
  { method: 'POST', path: '/mailboxes/:key/edit', may: 'mailboxes.administer', handle: editTypedMailbox },

  { method: 'GET', path: '/mailboxes/:key/people/add', may: 'mailboxes.view', handle: namePersonForm },
  { method: 'POST', path: '/mailboxes/:key/people/add', may: 'mailboxes.view', handle: nameTypedPerson },
  { method: 'GET', path: '/mailboxes/:key/people/:id', may: 'mailboxes.view', handle: endPartForm },
  { method: 'POST', path: '/mailboxes/:key/people/:id', may: 'mailboxes.view', handle: endTypedPart },

  { method: 'GET', path: '/mailboxes/:key/new-work', may: 'mailboxes.view', handle: giveOutForm },
  { method: 'POST', path: '/mailboxes/:key/new-work', may: 'mailboxes.view', handle: chooseGiveOut },

  ...cannedReplyRoutes,
  ...sensitiveWordRoutes,

  { method: 'GET', path: '/mailboxes/absences', may: 'mailboxes.view', handle: absencesPage },
  { method: 'POST', path: '/mailboxes/absences', may: 'mailboxes.view', handle: tellTypedAbsence },
  { method: 'POST', path: '/mailboxes/absences/:id', may: 'mailboxes.view', handle: endOfAbsence },
  { method: 'GET', path: '/mailboxes/absences/:id/change', may: 'mailboxes.view', handle: changeAbsenceForm },
  { method: 'POST', path: '/mailboxes/absences/:id/change', may: 'mailboxes.view', handle: changeTypedAbsence },

  { method: 'GET', path: '/topics', may: 'mailboxes.view', handle: topicsPage },
  { method: 'GET', path: '/topics/:key', may: 'mailboxes.view', handle: topicPage },
  { method: 'GET', path: '/topics/add', may: 'mailboxes.administer', handle: addTopicForm },
  { method: 'POST', path: '/topics/add', may: 'mailboxes.administer', handle: addTypedTopic },
  { method: 'GET', path: '/topics/:key/edit', may: 'mailboxes.administer', handle: editTopicForm },
  { method: 'POST', path: '/topics/:key/edit', may: 'mailboxes.administer', handle: editTypedTopic },
  { method: 'GET', path: '/topics/:key/transfer', may: 'mailboxes.administer', handle: transferForm },
  { method: 'POST', path: '/topics/:key/transfer', may: 'mailboxes.administer', handle: transferTyped },
  { method: 'POST', path: '/topics/:key/transfer/:id/take-back', may: 'mailboxes.administer', handle: takeBack },
]
