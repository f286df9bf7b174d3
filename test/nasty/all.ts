import { bombs } from './bombs.ts'
import { broken } from './broken.ts'
import { liars, type Known } from './liars.ts'
import type { Nasty } from './nasty.ts'
import { scripts } from './scripts.ts'

/** Every nasty message, the same in every run. */
export const nastyMail = (known: Known): Nasty[] => [...scripts(), ...broken(), ...liars(known), ...bombs()]

/** For those who only read messages: addresses that lead nowhere. */
export const leadsNowhere: Known = {
  own: 'reply.aaaaaaaaaaaaaaaaaaaa@council.example',
  others: 'reply.bbbbbbbbbbbbbbbbbbbb@council.example',
  revoked: 'reply.cccccccccccccccccccc@council.example',
  othersReference: 'ME-2026-000002',
  ownReference: 'ME-2026-000001',
}
