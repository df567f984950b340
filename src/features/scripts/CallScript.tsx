import { type ReactNode, useState } from 'react'
import * as m from '#texts'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { useKeys } from '#web/data/keys.ts'
import { languageName } from '../trade-areas/trade-areas.table.ts'
import { boldPieces, guideFor, type Heard, partsOf } from './script-parts.shared.ts'
import type { Wording } from './translations.schema.ts'
import { InWordsOf, useWordsLanguage } from './words-language.tsx'
import './scripts.css'

const Paragraph = ({ text }: { text: string }) => (
  <p dir="auto" lang={useWordsLanguage()}>
    {/* Every second piece stands between two pairs of stars. */}
    {boldPieces(text).map((piece, index) => (index % 2 === 1 ? <b key={piece}>{piece}</b> : piece))}
  </p>
)

/** The upper row of the keyboard, without the letters that are reasons for a no. */
const keys = ['q', 'w', 'r', 't', 'y', 'u'] as const
/** None of those, nor of the centre's own words (own-answers). */
const danishKey = 'm'
type Shown = 'says' | 'asked' | 'guide'

/** Where in the script one is: the step, and what the company said last on the way there. It is the same place in each language. */
const useScript = (says: string, industryCode: string | null) => {
  const parts = partsOf(says)
  const [at, setAt] = useState(0)
  const [heardAt, setHeardAt] = useState<{ step: number; n: number } | null>(null)
  const [shown, setShown] = useState<Shown>('says')
  const step = parts.steps[at] ?? parts.steps[0]
  const heard: Heard | null = (heardAt && parts.steps[heardAt.step]?.heard[heardAt.n]) ?? null
  const hear = (n: number) => {
    setHeardAt({ step: at, n })
    setShown('says')
    setAt(step?.heard[n]?.to ?? at)
  }
  const begin = () => {
    setAt(0)
    setHeardAt(null)
    setShown('says')
  }
  return {
    ...{ step, heard, shown, hear, begin, questions: parts.questions, guide: guideFor(parts.guide, industryCode) },
    isAway: at > 0 || heard !== null,
    turn: (to: Shown) => setShown(shown === to ? 'says' : to),
  }
}
type Script = ReturnType<typeof useScript>

const Switch = ({ script, to, name, cap }: { script: Script; to: Shown; name: string; cap: string }) => (
  <button
    type="button"
    className="scripts-questions"
    aria-expanded={script.shown === to}
    onClick={() => script.turn(to)}
  >
    {name} <KeyCap>{cap}</KeyCap>
  </button>
)

/** What they may say, a key each; what one says then stands above it. */
const MaySay = ({ heard, onHear }: { heard: readonly Heard[]; onHear: (at: number) => void }) => {
  const lang = useWordsLanguage()
  return (
    <div className="scripts-heard" role="group" aria-label={m.scripts_they_say()}>
      <span className="tov-dim tov-small">{m.scripts_they_say()}</span>
      {heard.map((one, at) => (
        <button key={one.heard} type="button" className="scripts-heard-one" onClick={() => onHear(at)}>
          <bdi lang={lang}>{one.heard}</bdi> {keys[at] && <KeyCap>{keys[at]}</KeyCap>}
        </button>
      ))}
    </div>
  )
}

const Saying = ({ script: { step, heard, hear } }: { script: Script }) => (
  <div aria-live="polite">
    {heard && (
      <div className="scripts-reply">
        <span className="tov-dim tov-small">{m.scripts_they_said({ what: heard.heard })}</span>
        {heard.say && <Paragraph text={heard.say} />}
      </div>
    )}
    {(heard === null || heard.to !== null) &&
      step?.says.split('\n\n').map((text) => text && <Paragraph key={text} text={text} />)}
    {step && step.heard.length > 0 && <MaySay heard={step.heard} onHear={hear} />}
  </div>
)

/** In which language it is said, what is wrong with that, and the Danish a press away. */
const InLanguage = ({ wording, danish, onTurn }: { wording: Wording; danish: boolean; onTurn: () => void }) => {
  const language = languageName(wording.language)
  return (
    <p className="scripts-wording tov-small" role="status">
      {wording.state === 'missing' && m.scripts_wording_missing({ language })}
      {wording.state === 'older' && !danish && m.scripts_wording_older()}
      {wording.danish !== null && (
        <button type="button" className="scripts-questions" aria-pressed={danish} onClick={onTurn}>
          {danish ? m.scripts_wording_in({ language }) : m.scripts_wording_danish()} <KeyCap>{danishKey}</KeyCap>
        </button>
      )}
    </p>
  )
}

type Props = { says: string; industryCode?: string | null; wording?: Wording | null }
/** "Det siger du", in the company's language or in Danish: the caller turns between them, and stays where he is. */
export const CallScript = ({ says, industryCode = null, wording = null }: Props) => {
  const [danish, setDanish] = useState(false)
  const other = wording?.danish ?? null
  const turn = () => setDanish(!danish)
  useKeys(other === null ? [] : [{ key: danishKey, says: m.scripts_key_danish(), run: turn }])
  const said = danish && other !== null ? other : says
  const isOther = wording !== null && wording.state !== 'missing' && said === says
  return (
    <InWordsOf value={isOther ? wording.language : null}>
      <SaidParts key={says} says={said} industryCode={industryCode}>
        {wording && <InLanguage wording={wording} danish={said !== says} onTurn={turn} />}
      </SaidParts>
    </InWordsOf>
  )
}

/** What companies ask, or what one may ask them about, and below each what belongs to it. */
const Below = ({ rows }: { rows: readonly { head: string; lines: readonly string[] }[] }) => (
  <dl className="scripts-asked" dir="auto" lang={useWordsLanguage()}>
    {rows.map(({ head, lines }) => (
      <div key={head}>
        <dt>{head}</dt>
        {lines.map((line) => (
          <dd key={line}>{line}</dd>
        ))}
      </div>
    ))}
  </dl>
)

/** The step one is at, and where what they say leads; the questions that they ask behind s, what one may ask behind x. */
type SaidProps = { says: string; industryCode: string | null; children: ReactNode }
const SaidParts = ({ says, industryCode, children }: SaidProps) => {
  const script = useScript(says, industryCode)
  const { step, shown, questions, guide, isAway } = script
  const lang = useWordsLanguage()
  useKeys([
    ...(questions.length > 0 ? [{ key: 's', says: m.scripts_key_questions(), run: () => script.turn('asked') }] : []),
    ...(guide.length > 0 ? [{ key: 'x', says: m.scripts_guide(), run: () => script.turn('guide') }] : []),
    ...(isAway ? [{ key: '0', says: m.scripts_begin(), run: script.begin }] : []),
    ...(step?.heard ?? []).slice(0, keys.length).map((one, at) => ({
      key: keys[at] ?? '',
      says: m.scripts_key_heard({ what: one.heard }),
      run: () => script.hear(at),
    })),
  ])
  return (
    <section className="tov-card scripts-card scripts-says" aria-labelledby="scripts-says">
      <div className="scripts-top">
        <h2 id="scripts-says">
          {m.scripts_you_say()}
          {step?.name && (
            <span className="scripts-step" lang={lang}>
              {step.name}
            </span>
          )}
        </h2>
        <div className="scripts-ways">
          {isAway && (
            <button type="button" className="scripts-questions" onClick={script.begin}>
              {m.scripts_begin()} <KeyCap>0</KeyCap>
            </button>
          )}
          {guide.length > 0 && <Switch {...{ script, to: 'guide', name: m.scripts_guide(), cap: 'x' }} />}
          {questions.length > 0 && <Switch {...{ script, to: 'asked', name: m.scripts_questions(), cap: 's' }} />}
        </div>
      </div>
      {children}
      {shown === 'says' && <Saying script={script} />}
      {shown === 'asked' && (
        <Below rows={questions.map(({ question, answer }) => ({ head: question, lines: [answer] }))} />
      )}
      {shown === 'guide' && <Below rows={guide.map(({ about, ask }) => ({ head: about, lines: ask }))} />}
    </section>
  )
}
