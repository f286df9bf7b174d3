import type { CategoryKey } from './category.ts'

const words: Record<CategoryKey, string> = {
  matters: `enquiries.attachment enquiries.contribution enquiries.contribution_link enquiries.enquiry enquiries.event
    enquiries.hand_over enquiries.message enquiries.promise enquiries.question enquiries.referral enquiries.searchable
    enquiries.submission enquiries.notice enquiries.watch enquiries.vocabulary quality.example`,
  mail: `mail.attempt mail.decision mail.delivery mail.digest_line mail.imap_folder mail.intake mail.known_message mail.outbox
    mail.raw mail.reply_address mail.slice mail.unreachable`,
  people: `people.address_proof people.delegation people.email_address people.import people.import_change people.member
    people.notice_choice people.partner_person people.person people.political_group people.role_grant mailboxes.absence
    mailboxes.named_person`,
  'signing-in': `people.api_token people.attempt people.authenticator people.passkey people.password people.recovery_code
    people.session people.sign_in_link people.used_challenge`,
  trail: `audit.checkpoint audit.entry audit.seal audit.verification enquiries.exclusion privacy.erasing privacy.erasing_item privacy.file_to_forget
    privacy.incident privacy.incident_fact privacy.incident_person privacy.incident_reminder
    privacy.hold privacy.schedule privacy.tombstone`,
  traces: `enquiries.bulk enquiries.bulk_item enquiries.draft enquiries.idempotency enquiries.own_list enquiries.presence
    enquiries.recently_seen enquiries.saved_view`,
  oversight: `enquiries.daily enquiries.expected enquiries.risk enquiries.risk_kept quality.rating quality.reminder quality.sample
    quality.sampled quality.score reports.cell reports.cell_days reports.fact reports.mending reports.pack
    reports.restricted_fact reports.rolled review.action review.action_event review.decision review.exception review.sign_off
    review.signed_week`,
  requests: 'privacy.disclosed_item privacy.disclosure',
  connections: 'connections.attempt connections.delivery connections.webhook',
  setup: `platform.held platform.migration platform.setting people.directorate people.organisation people.place_list people.postcode
    people.service people.ward people.ward_boundary clock.calendar_version clock.closure clock.holiday mailboxes.canned_reply
    mailboxes.canned_reply_version mailboxes.clue mailboxes.learned_topic mailboxes.mailbox mailboxes.responsibility
    mailboxes.sensitive_word mailboxes.topic enquiries.numbering escalation.ladder quality.standard`,
}

/** Which kind of data each table holds. */
export const categoryOfTable: ReadonlyMap<string, CategoryKey> = new Map(
  (Object.entries(words) as [CategoryKey, string][]).flatMap(([category, tables]) =>
    tables.split(/\s+/).map((table): [string, CategoryKey] => [table, category]),
  ),
)
