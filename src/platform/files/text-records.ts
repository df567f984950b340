import type { FileProblem } from './file-problem.ts'
import type { TextLine } from './text-lines.ts'

/** The text of one record without its last line break, and the physical line it starts on. */
export type TextRecord = { line: number; text: string; quoted: boolean }
export type BadRecord = { line: number; problem: FileProblem; sheet?: number }

export type RecordCutter = {
  push: (lines: TextLine[]) => (TextRecord | BadRecord)[]
  end: () => (TextRecord | BadRecord)[]
}

type Limits = { recordCharacters: number; recordLines: number }

const quote = 34

/**
 * Joins physical lines into records where a quoted cell holds line breaks, and knows on which line each quote opened.
 * A quote counts as never closed when the file ends, when the record grows past the limits, or when on a later line a
 * quote stands where no closing quote can stand (`;"next`). The line it opened on is then given up, by number, and
 * reading goes on with the line after it: one missing quote costs one row.
 */
export const recordCutter = (delimiter: string, limits: Limits): RecordCutter => {
  const delimiterCode = delimiter.charCodeAt(0)
  let open: OpenRecord | undefined
  const found: (TextRecord | BadRecord)[] = []

  const giveUp = (record: OpenRecord): TextLine[] => {
    found.push({ line: record.quoteLine, problem: { code: 'quote-not-closed', line: record.quoteLine } })
    open = undefined
    return record.lines.filter((line) => line.line > record.quoteLine)
  }

  /** Takes one line; answers the lines that must be read once more. */
  const take = (line: TextLine): TextLine[] => {
    if (!open && !line.text.includes('"')) {
      if (line.text.length > limits.recordCharacters) found.push(tooLong(line.line))
      else found.push({ line: line.line, text: line.text, quoted: false })
      return []
    }
    const record: OpenRecord = open ?? { lines: [], characters: 0, inQuote: false, quoteLine: line.line }
    open = record
    const closedWrongly = readQuotes(record, line, delimiterCode)
    record.lines.push(line)
    record.characters += line.text.length + line.end.length
    if (closedWrongly) return giveUp(record)
    const tooBig = record.characters > limits.recordCharacters || record.lines.length > limits.recordLines
    if (tooBig && line.text.length > limits.recordCharacters) {
      found.push(tooLong(line.line))
      open = undefined
      return record.lines.slice(0, -1).filter((early) => early.line > record.quoteLine)
    }
    if (tooBig && record.inQuote) return giveUp(record)
    if (!record.inQuote) {
      found.push({ line: record.lines[0]?.line ?? line.line, text: joined(record.lines), quoted: true })
      open = undefined
    }
    return []
  }

  const takeAll = (lines: TextLine[]): void => inOrder(lines, take)

  const finish = (): void => {
    if (!open) return
    takeAll(giveUp(open))
    finish()
  }

  return {
    push: (lines) => {
      takeAll(lines)
      return found.splice(0)
    },
    end: () => {
      finish()
      return found.splice(0)
    },
  }
}

/** Takes lines one by one; those that `take` gives back to be read once more come before those that wait. */
const inOrder = (lines: TextLine[], take: (line: TextLine) => TextLine[]): void => {
  const waiting = [lines[Symbol.iterator]()]
  for (let top = waiting.at(-1); top; top = waiting.at(-1)) {
    const next = top.next()
    if (next.done) waiting.pop()
    else {
      const again = take(next.value)
      if (again.length > 0) waiting.push(again[Symbol.iterator]())
    }
  }
}

type OpenRecord = {
  lines: TextLine[]
  characters: number
  inQuote: boolean
  /** the line on which the quote that is open was opened */
  quoteLine: number
}

const tooLong = (line: number): BadRecord => ({ line, problem: { code: 'line-too-long', line } })

const joined = (lines: TextLine[]): string => {
  let text = ''
  for (const [at, line] of lines.entries()) text += at === lines.length - 1 ? line.text : line.text + line.end
  return text
}

/**
 * Follows the quotes of one line, by the same rules as csv-parse with `relax_quotes`: a quote opens only at the start of a
 * cell; doubled it stands for itself; one that closes on its own line in the middle of a cell is a plain character.
 * @returns true when a quote opened on an earlier line meets one that cannot close it
 */
const readQuotes = (record: OpenRecord, line: TextLine, delimiter: number): boolean => {
  const { text } = line
  let at = 0
  let cellStart = !record.inQuote
  while (at < text.length) {
    if (record.inQuote) {
      const close = text.indexOf('"', at)
      if (close < 0) return false
      at = close + 1
      const next = text.charCodeAt(at)
      if (next === quote) at += 1
      else {
        record.inQuote = false
        if (at < text.length && next !== delimiter && record.quoteLine < line.line) return true
      }
    } else if (cellStart && text.charCodeAt(at) === quote) {
      record.inQuote = true
      record.quoteLine = line.line
      at += 1
    } else {
      const end = text.indexOf(String.fromCharCode(delimiter), at)
      if (end < 0) return false
      at = end + 1
      cellStart = true
      continue
    }
    cellStart = false
  }
  return false
}
