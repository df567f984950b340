/** The script's text in its parts: paragraphs to say, and the questions that companies ask with their answers. */
export type ScriptParts = { paragraphs: string[]; questions: { question: string; answer: string }[] }

/** `? ` at the start of a paragraph begins a question; the lines after it are the answer. */
export const partsOf = (text: string): ScriptParts => {
  const blocks = text
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter(Boolean)
  const questions = blocks
    .filter((block) => block.startsWith('? '))
    .map((block) => {
      const [question = '', ...answer] = block.slice(2).split('\n')
      return { question, answer: answer.join(' ') }
    })
  return { paragraphs: blocks.filter((block) => !block.startsWith('? ')), questions }
}

/** Odd pieces are bold: `ja **meget** tak` → ['ja ', 'meget', ' tak']. */
export const boldPieces = (paragraph: string) => paragraph.split('**')
