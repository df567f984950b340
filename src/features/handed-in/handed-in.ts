/**
 * Front door: what a school writes, hands in, and is told of it; and the round that makes one list of what all schools handed in. What must hold: no school
 * learns what another wrote, handed in or struck; a company named by several is called once, its time shared.
 */
export { addLines, changeLine, lookUp, removeLines, showHandIn } from './draft.ts'
export { addFile } from './hand-in-file.ts'
export { handIn, takeBack } from './handing-in.ts'
export { listHandedIn, sendRound, showRound } from './round.ts'
