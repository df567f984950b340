/** The demo's tables are text, so that whoever knows the trade can read and correct them: a row a line, its cells between bars; a line
 * that begins with a bar goes on with the row above. */
export const linesOf = (text: string): readonly string[] =>
  text
    .trim()
    .replace(/\n\s*\|/g, ' |')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
export const cellsOf = (line: string, by = '|'): readonly string[] => line.split(by).map((cell) => cell.trim())
/** What stands after `# `, each with the lines below it. */
export const blocksOf = (text: string): readonly (readonly [head: string, lines: readonly string[]])[] =>
  text
    .split(/^\s*# /m)
    .slice(1)
    .map((block) => {
      const [head = '', ...lines] = linesOf(block)
      return [head, lines]
    })
/** What must be there, or the demo's tables do not agree: then the sentence says where. */
export const sure = <Found>(sentence: string, found: Found | undefined): Found => {
  if (found === undefined) throw new Error(sentence)
  return found
}
