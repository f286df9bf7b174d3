import { join, resolve } from 'node:path'
import { z } from 'zod'

/** What the environment says, read once at start (contract.md, "Start and stop"). */
export type Config = {
  readonly port: number
  readonly host: string
  /** undefined: no SMTP intake */
  readonly smtpPort: number | undefined
  /** undefined: no LMTP intake */
  readonly lmtpPort: number | undefined
  /** `imaps://user:password@host/folder` to fetch mail from; undefined: none is fetched */
  readonly imapUrl: string | undefined
  /** `tcp://host:3310` or `unix:/path` of clamd; undefined: nothing is scanned */
  readonly clamdUrl: string | undefined
  readonly dataDir: string
  /** the owner's connection to an own PostgreSQL; undefined: embedded */
  readonly databaseUrl: string | undefined
  readonly publicUrl: string
  /** undefined: mail stays in the outbox */
  readonly smtpUrl: string | undefined
  readonly demo: boolean
  /** whether senders of mail are checked by DNS (SPF, DKIM, DMARC) */
  readonly mailDns: boolean
  readonly production: boolean
  /** signs cookies, form tokens and reply addresses; undefined: kept in the database's settings */
  readonly secret: string | undefined
  /** the Ed25519 key that signs checkpoints of the trail, as PKCS #8 in PEM; made there when it is missing */
  readonly auditKeyFile: string
}

const port = z.coerce.number().int().min(0).max(65_535)

const environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  SMTP_PORT: z.union([z.literal('off'), port]).default(2525),
  LMTP_PORT: z.union([z.literal('off'), port]).default('off'),
  IMAP_URL: z
    .url({ protocol: /^imaps?$/, error: 'must be imaps://user:password@host/folder' })
    .refine(it => new URL(it).username !== '', 'must name a user: imaps://user:password@host/folder')
    .optional(),
  CLAMD_URL: z
    .string()
    .regex(/^(tcp:\/\/[^/]+:\d+|unix:\/.+)$/, 'must be tcp://host:port or unix:/path')
    .optional(),
  AUDIT_KEY_FILE: z.string().optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  DEMO: z.enum(['on', 'off']).optional(),
  MAIL_DNS: z.enum(['on', 'off']).optional(),
  NODE_ENV: z.string().default('development'),
  SECRET: z.string().min(32, 'must be at least 32 characters').optional(),
})

/**
 * Reads the configuration. Throws one error naming every variable that is wrong, in plain words; in production also
 * when the house would start half-configured.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = environment.safeParse(given)
  if (!read.success) {
    throw new Error(read.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  }
  const it = read.data
  const demo = it.DEMO ? it.DEMO === 'on' : it.DATABASE_URL === undefined
  const config: Config = {
    port: it.PORT,
    host: it.HOST,
    smtpPort: it.SMTP_PORT === 'off' ? undefined : it.SMTP_PORT,
    lmtpPort: it.LMTP_PORT === 'off' ? undefined : it.LMTP_PORT,
    imapUrl: it.IMAP_URL,
    clamdUrl: it.CLAMD_URL,
    dataDir: resolve(it.DATA_DIR),
    databaseUrl: it.DATABASE_URL,
    publicUrl: (it.PUBLIC_URL ?? `http://localhost:${it.PORT}`).replace(/\/+$/, ''),
    smtpUrl: it.SMTP_URL,
    demo,
    // a made-up council's domains are in no DNS
    mailDns: it.MAIL_DNS ? it.MAIL_DNS === 'on' : !demo,
    production: it.NODE_ENV === 'production',
    secret: it.SECRET,
    auditKeyFile: resolve(it.AUDIT_KEY_FILE ?? join(it.DATA_DIR, 'audit-key.pem')),
  }
  if (config.production) refuseHalfConfigured(config)
  return config
}

function refuseHalfConfigured(config: Config): void {
  const missing = [
    config.databaseUrl ? '' : 'DATABASE_URL: production needs an own PostgreSQL server',
    config.secret ? '' : 'SECRET: set at least 32 random characters',
    config.smtpUrl ? '' : 'SMTP_URL: without it no mail leaves the house',
    config.demo ? 'DEMO: demonstration sign-in must be off in production' : '',
    config.publicUrl.startsWith('https://') ? '' : 'PUBLIC_URL: must be the https address people use',
  ].filter(Boolean)
  if (missing.length > 0) throw new Error(missing.join('\n'))
}
