import { longestTip } from '../tips/giving.schema.ts'

/** What follows was written by others, or says who wrote this. */
const ends = [
  /^-- ?$/,
  /^_{5,}$/,
  /^-{2,}\s*(?:oprindelig meddelelse|original message|videresendt|forwarded message)/i,
  /^(?:med )?(?:de )?(?:venlige?|venligste|bedste|mange|k\u00E6rlige?|gode|hjertelige?)\s+hils(?:en|ner)(?!\p{L})/iu,
  /^(?:m\.? ?v\.? ?h\.?|d\.? ?b\.? ?h\.?|k\.? ?h\.?|vh|hilsen|hilsner)(?!\p{L})(?:[ ,.].{0,60})?$/iu,
  /^(?:(?:kind|best|warm|with kind) )?(?:regards|wishes)\b.{0,60}$/i,
  /^(?:sendt fra min|sent from my|hent outlook|get outlook)\b/i,
]
/** A line that greets and says nothing more. */
const greeting =
  /^(?:hej(?:sa)?|h\u00E6j|k\u00E6re|goddag|god ?(?:morgen|dag|eftermiddag|aften)|hi|hello|dear)(?: \p{L}[\p{L}.-]*){0,3} ?[,!]?$/iu
const answered = /^(?:den|on) .{4,160}\b(?:skrev|wrote)\b.{0,160}:$/i
const from = /^\**(?:fra|from):/i
const headed = /^\**(?:sendt|sent|dato|date|til|to|emne|subject):/i

/** A mail program breaks such a line in two or three, and asks for no dashes before it says whose mail follows. */
const endsAt = (lines: readonly string[], at: number): boolean => {
  const [line = '', ...next] = lines.slice(at, at + 4).map((one) => one.trim())
  if (ends.some((one) => one.test(line)) || answered.test(line)) return true
  if (from.test(line) && next.some((one) => headed.test(one))) return true
  return [1, 2].some((more) => {
    const joined = [line, ...next.slice(0, more)].join(' ')
    return joined.includes('@') && answered.test(joined)
  })
}

/** What the sender himself wrote: without whom he greets, what he answers or passes on, and his signature. */
export const ownWords = (text: string): string => {
  const lines = text.split('\n')
  const end = lines.findIndex((_, at) => endsAt(lines, at))
  const own = (end === -1 ? lines : lines.slice(0, end)).filter((line) => !line.startsWith('>'))
  const [first = '', ...rest] = own.join('\n').trim().split('\n')
  return greeting.test(first.trim()) ? rest.join('\n').trim() : [first, ...rest].join('\n')
}
/** As much of it as a tip may say. */
export const draftOf = (own: string): { draft: string; draftCut: boolean } => ({
  draft: own.slice(0, longestTip),
  draftCut: own.length > longestTip,
})
