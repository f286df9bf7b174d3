import { auditRoutes } from '#audit/routes.ts'
import { record } from '#audit/door.ts'
import { clockRoutes } from '#clock/routes.ts'
import { givingOutRoutes, privacyRoutes } from '#privacy/routes.ts'
import { reviewRoutes } from '#review/routes.ts'
import { connectionRoutes } from '#connections/routes.ts'
import { enquiryRoutes } from '#enquiries/routes.ts'
import { escalationRoutes } from '#escalation/routes.ts'
import { failingRoutes, outboxRoutes, quarantineRoutes } from '#mail/door.ts'
import { mailboxRoutes } from '#mailboxes/routes.ts'
import { peopleRoutes } from '#people/routes.ts'
import { personNames } from '#people/door.ts'
import { qualityRoutes } from '#quality/routes.ts'
import { ownFigures } from '#reports/door.ts'
import { reportRoutes } from '#reports/routes.ts'
import type { Route } from '#platform/http/route.ts'
import { apiRoutes } from '../api/routes.ts'
import { keepsLetters, type Ground } from '../ground.ts'
import { postRoom } from '../post-room.ts'
import { healthRoutes } from '../operate/health-routes.ts'
import { helpRoutes } from '../help/routes.ts'
import { publicRoutes, styleRoute } from '../public/routes.ts'
import { consequencesOf, leaves } from '../leavers.ts'
import { sendAddressProof, sendSecurityNotice, sendSignInLink } from '../sign-in-mail.ts'
import { settingRoutes } from '../settings/routes.ts'
import { homeRoutes } from './home.ts'

/** Every address of the house, room by room. */
export const allRoutes = (ground: Ground): Route[] => [
  ...homeRoutes({ demonstration: keepsLetters(ground.config) }),
  ...publicRoutes,
  ...helpRoutes,
  ...(ground.config.demo ? [styleRoute] : []),
  ...healthRoutes(ground),
  ...peopleRoutes({
    secret: ground.secret,
    send: (tx, mail) => sendSignInLink(tx, ground, mail),
    notify: (tx, notice) => sendSecurityNotice(tx, ground, notice),
    sendAddressProof: (tx, mail) => sendAddressProof(tx, ground, mail),
    record,
    consequences: consequencesOf,
    disabled: (tx, person, now) => leaves(tx, ground.house, person, now),
  }),
  ...clockRoutes({
    namesOf: personNames,
    calendarChanged: (tx, { affectedDays }) => ground.jobs.enqueue(tx, 'enquiries.recalculate', { affectedDays }),
  }),
  ...auditRoutes,
  ...settingRoutes,
  ...mailboxRoutes(),
  ...quarantineRoutes(postRoom(ground)),
  ...failingRoutes,
  ...outboxRoutes({ demonstration: keepsLetters(ground.config) }),
  ...enquiryRoutes({
    house: ground.house,
    files: ground.files,
    ownFigures,
    startBulk: (tx, bulk) => ground.jobs.enqueue(tx, 'enquiries.bulk', { bulk }),
  }),
  ...escalationRoutes,
  ...reviewRoutes,
  ...privacyRoutes({ startErasing: tx => ground.jobs.enqueue(tx, 'privacy.erase', {}) }),
  ...givingOutRoutes({
    files: ground.files,
    startSearch: (tx, disclosure) => ground.jobs.enqueue(tx, 'privacy.search', { disclosure }),
  }),
  ...qualityRoutes(ground),
  ...reportRoutes,
  ...connectionRoutes(ground),
  ...apiRoutes(ground),
]
