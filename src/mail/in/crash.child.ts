import { pino } from 'pino'
import { openDatabase } from '#platform/db/database.ts'
import { startEmbedded } from '#platform/db/embedded.ts'
import { openSmtpIntake } from './smtp-intake.ts'

/** The house's intake as a process of its own, for crash.test.ts to kill. */
const server = await startEmbedded(process.argv[2]!)
const db = openDatabase(server.url, { connections: 3 })
const intake = await openSmtpIntake({
  db,
  port: 0,
  host: '127.0.0.1',
  isOurs: async () => true,
  log: pino({ level: 'silent' }),
})
process.stdout.write(`listening ${intake.port}\n`)
