import { conversing } from './conversing.ts'
import { ending } from './ending.ts'
import type { ActExamples } from './ground.ts'
import { handling } from './handling.ts'
import { together } from './together.ts'

/** Every act that people do. A test sends each and compares the shape and status of what comes. */
export const actExamples: ActExamples = { ...handling, ...conversing, ...ending, ...together }
