/** Words that speak of dyslexia. No list, export, thread or search beside a company names it; whoever opens the report reads it. */
const parts = ['ordblind', 'dyslek', 'dyslex']
const wholeWords = ['OBU']

const pattern = (edge: string) => [...parts, ...wholeWords.map((word) => `${edge}${word}${edge}`)].join('|')

export const speaksOfDyslexia = (text: string) => new RegExp(pattern('\\b'), 'iu').test(text)
/** A whole sentence that does so, for PostgreSQL, case aside. */
export const sentenceOfDyslexia = `[^.!?\\n]*(${pattern('\\y')})[^.!?\\n]*[.!?\\n]*`
