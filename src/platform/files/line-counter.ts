/** Which line of a file one is at, whatever ends its lines. */
import type { FileProblem } from './file-problem.ts'

const LF = 10

type LineCounter = { line: () => number; pass: (text: string) => void }

/**
 * Counts lines, and names the first one with U+FFFD: its letters were lost before (or by a cut-off pair) and cannot be
 * brought back.
 */
export const lineCounter = (problems: FileProblem[]): LineCounter => {
  let line = 1
  let endedInCr = false
  let garbled = false
  const pass = (text: string): void => {
    if (text === '') return
    const at = garbled ? -1 : text.indexOf('\uFFFD')
    if (at >= 0) {
      garbled = true
      problems.push({ code: 'garbled-characters', line: line + lineBreaks(text.slice(0, at), endedInCr) })
    }
    line += lineBreaks(text, endedInCr)
    endedInCr = text.endsWith('\r')
  }
  return { line: () => line, pass }
}

export const lineBreaks = (text: string, afterCr: boolean): number => {
  let breaks = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) breaks += 1
  if (afterCr && text.startsWith('\n')) breaks -= 1
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
    if (text.charCodeAt(at + 1) !== LF) breaks += 1
  }
  return breaks
}
