/**
 * The script's text in its parts, and back. Blank lines part its blocks; how a block begins says what it is:
 *
 *     # Besøget                 a step, by its name; what stands before the first is the first step
 *     > Har ikke tid            what the company may say; the next line what one says then,
 *     -> Besøget                and where it leads, if to another step
 *     ? Hvad koster det?        what companies ask, and below it the answer
 *     ! Bageri [10]             what one may ask about (of one industry, by its two digits), a question a line
 *
 * Everything else is said. A text without such marks is a script of one step.
 */
export type Heard = { heard: string; say: string /** Which step it leads to; null: one stays. */; to: number | null }
export type Step = { name: string /** Paragraphs with a blank line between. */; says: string; heard: Heard[] }
export type Question = { question: string; answer: string }
/** What to ask of, on an occasion; `division`: the industry by its two digits, null: all. */
export type Guide = { about: string; division: string | null; ask: string[] }
export type ScriptParts = { steps: Step[]; questions: Question[]; guide: Guide[] }

/** A block that is said, though it begins like another. */
const marked = /^(?:[#>?!] |\\)/
const leadsTo = '-> '

type Reading = {
  steps: { name: string; says: string[]; heard: { heard: string; lines: string[] }[] }[]
  questions: Question[]
  guide: Guide[]
}
const currentOf = (reading: Reading) => {
  const last = reading.steps.at(-1)
  if (last) return last
  const first: Reading['steps'][number] = { name: '', says: [], heard: [] }
  reading.steps.push(first)
  return first
}
const readBlock = (reading: Reading, block: string) => {
  const [head = '', ...lines] = block.slice(2).split('\n')
  if (block.startsWith('# ')) {
    reading.steps.push({ name: head.trim(), says: lines.length > 0 ? [lines.join('\n')] : [], heard: [] })
  } else if (block.startsWith('> ')) currentOf(reading).heard.push({ heard: head.trim(), lines })
  else if (block.startsWith('? ')) reading.questions.push({ question: head.trim(), answer: lines.join(' ') })
  else if (block.startsWith('! ')) {
    const found = /^(?<about>.*?)(?: \[(?<division>\d\d)?\])?$/.exec(head.trim())?.groups
    reading.guide.push({ about: found?.['about'] ?? '', division: found?.['division'] ?? null, ask: lines })
  } else currentOf(reading).says.push(block.startsWith('\\') ? block.slice(1) : block)
}

const heardOf = (names: readonly string[], lost: string[]) => {
  return ({ heard, lines }: { heard: string; lines: string[] }): Heard => {
    const last = lines.at(-1)
    if (!last?.startsWith(leadsTo)) return { heard, say: lines.join(' ').replace(/^\\/, ''), to: null }
    const name = last.slice(leadsTo.length).trim()
    const to = names.indexOf(name)
    if (to < 0) lost.push(name)
    return { heard, say: lines.slice(0, -1).join(' ').replace(/^\\/, ''), to: to < 0 ? null : to }
  }
}

/** `lost`: steps that something leads to and that are nowhere. */
export const partsOf = (text: string): ScriptParts & { lost: string[] } => {
  const reading: Reading = { steps: [], questions: [], guide: [] }
  const blocks = text.split(/\n\s*\n/).map((block) => block.trim())
  for (const block of blocks) if (block !== '') readBlock(reading, block)
  currentOf(reading)
  const names = reading.steps.map(({ name }) => name)
  const lost: string[] = []
  const toHeard = heardOf(names, lost)
  const steps = reading.steps.map(({ name, says, heard }) => ({
    name,
    says: says.join('\n\n'),
    heard: heard.map(toHeard),
  }))
  return { steps, questions: reading.questions, guide: reading.guide, lost }
}

/** Stands where nothing was written, so that what belongs to it is kept. */
const unnamed = '–'
const oneLine = (words: string) => words.replaceAll(/\s+/g, ' ').trim()
/** A step that something leads to has a name; two never have the same. */
const namesOf = (steps: readonly Step[]): string[] => {
  const isLedTo = (at: number) => steps.some(({ heard }) => heard.some(({ to }) => to === at))
  const names: string[] = []
  for (const [at, { name }] of steps.entries()) {
    let given = oneLine(name) || (at > 0 || isLedTo(at) ? String(at + 1) : '')
    while (given !== '' && names.includes(given)) given = `${given} (${at + 1})`
    names.push(given)
  }
  return names
}
const saidBlocks = (says: string) =>
  says
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter(Boolean)
    .map((block) => (marked.test(block) ? `\\${block}` : block))
const heardBlock = ({ heard, say, to }: Heard, names: readonly string[]) => {
  const line = oneLine(say)
  const escaped = line.startsWith(leadsTo) || line.startsWith('\\') ? `\\${line}` : line
  const lead = to === null ? undefined : names[to]
  return [`> ${oneLine(heard) || unnamed}`, escaped, lead && `${leadsTo}${lead}`].filter(Boolean).join('\n')
}
const guideBlock = ({ about, division, ask }: Guide) => {
  const name = oneLine(about) || unnamed
  const end = division ? ` [${division}]` : / \[(?:\d\d)?\]$/.test(name) ? ' []' : ''
  return [`! ${name}${end}`, ...ask.map(oneLine).filter(Boolean)].join('\n')
}

/** As it is kept; lines that are empty fall away. */
export const textOf = ({ steps, questions, guide }: ScriptParts): string => {
  const names = namesOf(steps)
  return [
    ...steps.flatMap(({ says, heard }, at) => [
      ...(names[at] ? [`# ${names[at]}`] : []),
      ...saidBlocks(says),
      ...heard
        .filter((one) => oneLine(one.heard) !== '' || oneLine(one.say) !== '' || one.to !== null)
        .map((one) => heardBlock(one, names)),
    ]),
    ...questions
      .filter(({ question, answer }) => oneLine(question) !== '' || oneLine(answer) !== '')
      .map(({ question, answer }) => [`? ${oneLine(question) || unnamed}`, oneLine(answer)].filter(Boolean).join('\n')),
    ...guide
      .filter(({ about, ask }) => oneLine(about) !== '' || ask.some((one) => oneLine(one) !== ''))
      .map(guideBlock),
  ].join('\n\n')
}

/** Those of the company's own industry first, then those of all; other industries' stay away. */
export const guideFor = (guide: readonly Guide[], industryCode: string | null): Guide[] => {
  const division = industryCode?.slice(0, 2) ?? null
  return [
    ...guide.filter((one) => one.division !== null && one.division === division),
    ...guide.filter((one) => one.division === null),
  ]
}

/** Odd pieces are bold: `ja **meget** tak` → ['ja ', 'meget', ' tak']. */
export const boldPieces = (paragraph: string) => paragraph.split('**')
