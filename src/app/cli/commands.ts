import type { Config } from '#platform/config.ts'
import type { Say } from './say.ts'

export type Command = {
  readonly words: readonly string[]
  /** the arguments, for the help */
  readonly takes: string
  readonly means: string
  /** false: it ran and found something wrong */
  readonly run: (config: Config, args: readonly string[], say: Say) => Promise<void | boolean>
}

/**
 * Everything `npx one-stop` can do (contract.md, “Command line”). Each command loads only what it runs on: web and worker
 * start sooner and stay smaller.
 */
export const commands: readonly Command[] = [
  {
    words: ['start'],
    takes: '',
    means: 'Bring up everything: PostgreSQL, web, mail, jobs',
    run: async (config, _args, say) => (await import('../start.ts')).start(config, say),
  },
  {
    words: ['web'],
    takes: '',
    means: 'Only the web, against DATABASE_URL',
    run: async config => (await import('./run-web.ts')).runWeb(config),
  },
  {
    words: ['worker'],
    takes: '',
    means: 'Only mail and jobs, against DATABASE_URL',
    run: async config => (await import('./run-worker.ts')).runWorker(config),
  },
  {
    words: ['migrate'],
    takes: '',
    means: 'Bring the database up to date and stop',
    run: async (config, _args, say) => (await import('./bring-up-to-date.ts')).bringUpToDate(config, say),
  },
  {
    words: ['demo'],
    takes: '--enquiries N [--seed S] [--years Y]',
    means: 'Fill an empty database with the demonstration council and N enquiries of made-up history, in bulk',
    run: async (config, args, say) => (await import('./load-bulk.ts')).loadBulk(config, args, say),
  },
  {
    words: ['person', 'add'],
    takes: '--email EMAIL --name NAME --role ROLE[,ROLE] [--json]',
    means: 'Add somebody, or give roles to whoever has the address, and print a link that signs them in once',
    run: async (config, args, say) => (await import('./add-person.ts')).addPerson(config, args, say),
  },
  {
    words: ['token', 'create'],
    takes: '--person EMAIL [--name N] [--json]',
    means: 'Make an API token for a person; it is shown once',
    run: async (config, args, say) => (await import('./create-token.ts')).createToken(config, args, say),
  },
  {
    words: ['member', 'import'],
    takes: 'FILE [--complete] [--dry-run] [--json]',
    means: 'Add or change members from a CSV file; --complete: whoever is not in it leaves office',
    run: async (config, args, say) => (await import('./import-file.ts')).importFile('member', config, args, say),
  },
  {
    words: ['officer', 'import'],
    takes: 'FILE [--complete] [--dry-run] [--json]',
    means: 'Add or change officers from a CSV file; --complete: whoever is not in it can no longer sign in',
    run: async (config, args, say) => (await import('./import-file.ts')).importFile('officer', config, args, say),
  },
  {
    words: ['import', 'undo'],
    takes: '[IMPORT] [--json]',
    means: 'Put back what an import of people did: the newest, or the one of that id',
    run: async (config, args, say) => (await import('./import-file.ts')).undoImport(config, args, say),
  },
  {
    words: ['mailbox', 'import'],
    takes: 'FILE [--dry-run] [--json]',
    means: 'Open or change core mailboxes from a CSV file',
    run: async (config, args, say) => (await import('./import-file.ts')).importFile('mailbox', config, args, say),
  },
  {
    words: ['holiday', 'import'],
    takes: 'FILE [--dry-run] [--json]',
    means: 'Add bank holidays or closure days from a CSV file',
    run: async (config, args, say) => (await import('./import-file.ts')).importFile('holiday', config, args, say),
  },
  {
    words: ['postcode', 'import'],
    takes: 'FILE [--from YYYY-MM-DD] [--dry-run] [--json]',
    means: 'Read the list of postcodes with their wards from a CSV file; it holds from that day, or today',
    run: async (config, args, say) => (await import('./import-file.ts')).importFile('postcode', config, args, say),
  },
  {
    words: ['boundary', 'import'],
    takes: 'FILE [--from YYYY-MM-DD] [--dry-run] [--json]',
    means: 'Read the boundaries of the wards from a GeoJSON file; they hold from that day, or today',
    run: async (config, args, say) => (await import('./import-file.ts')).importFile('boundary', config, args, say),
  },
  {
    words: ['pack'],
    takes: '--month YYYY-MM | --quarter YYYY-QN | --year YYYY-YYYY --out FILE.(pdf|xlsx|csv|html) [--json]',
    means: 'Write the frozen pack of a month, a quarter or a year as a file; one that is due is frozen first',
    run: async (config, args, say) => (await import('./write-pack.ts')).writePack(config, args, say),
  },
  {
    words: ['audit', 'verify'],
    takes: '[--checkpoint FILE …] [--key FILE …] [--json]',
    means:
      'Recompute the chain of the audit trail and name what does not fit: with itself, or with checkpoints held elsewhere',
    run: async (config, args, say) => (await import('./verify-audit.ts')).verifyAudit(config, args, say),
  },
  {
    words: ['audit', 'checkpoint'],
    takes: '[--out FILE]',
    means: 'Sign how far the audit trail reaches, to be kept elsewhere: printed, or written to a new file',
    run: async (config, args, say) => (await import('./checkpoint-audit.ts')).checkpointAudit(config, args, say),
  },
  {
    words: ['retention', 'list'],
    takes: '[--out FILE]',
    means: 'List what was erased, to be kept where a restored backup does not reach it',
    run: async (config, args, say) => (await import('./reapply-retention.ts')).listErased(config, args, say),
  },
  {
    words: ['retention', 'reapply'],
    takes: '[--list FILE] [--json]',
    means: 'After a restore: erase again what had been erased, also what a list kept elsewhere names',
    run: async (config, args, say) => (await import('./reapply-retention.ts')).reapplyRetention(config, args, say),
  },
  {
    words: ['mail', 'reprocess'],
    takes: '[SHA256 …] [--since YYYY-MM-DD] [--json]',
    means: 'Have mail processed again from its raw copies; what is filed already stays where it is',
    run: async (config, args, say) => (await import('./reprocess-mail.ts')).reprocessMail(config, args, say),
  },
  {
    words: ['doctor'],
    takes: '[--json]',
    means: 'Say what is misconfigured, unhealthy or late',
    run: async (config, args, say) => (await import('./doctor.ts')).doctor(config, args, say),
  },
]
