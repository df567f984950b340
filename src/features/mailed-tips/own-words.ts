/** As long as what a tip says may be. */
const longest = 1000
/** What follows was written by others, or is a signature. */
const ends = [
  /^-- ?$/,
  /^_{5,}$/,
  /^-{2,}\s*(?:oprindelig meddelelse|original message|videresendt|forwarded message)/i,
  /^(?:den|on) .{4,160}\b(?:skrev|wrote)\b.{0,160}:$/i,
]

/** What the sender himself wrote: without what he answers and without his signature. */
export const ownWords = (text: string): string => {
  const lines = text.split('\n')
  const end = lines.findIndex((line) => ends.some((one) => one.test(line.trim())))
  const own = (end === -1 ? lines : lines.slice(0, end)).filter((line) => !line.startsWith('>'))
  return own.join('\n').trim().slice(0, longest)
}
