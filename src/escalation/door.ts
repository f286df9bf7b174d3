/** What app may call. */
export { escalationEndpoints } from './api.ts'
export { sweep, momentOf, type Swept } from './sweep.ts'
export { ladderOf } from './ladder-of.ts'
export { ahead, reached, type ClimbFacts, type Moment, type Reached } from './reached.ts'
export { laddersByMailbox, laddersInForce } from './in-force.ts'
export { usualLadder, type Ladder } from './ladder.ts'
