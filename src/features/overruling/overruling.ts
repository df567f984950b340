/** Front door: what was overruled counts again. What must hold: it is written down once more as it was said, and seen with who and when. */
export { undoCorrection } from '../calls/calls.ts'
