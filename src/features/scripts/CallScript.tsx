import { type ReactNode, useState } from 'react'
import * as m from '#texts'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { useKeys } from '#web/data/keys.ts'
import { languageName } from '../trade-areas/trade-areas.table.ts'
import { boldPieces, guideFor, type Heard, partsOf } from './script-parts.shared.ts'
import type { Wording } from './translations.schema.ts'
import './scripts.css'

const Paragraph = ({ text }: { text: string }) => (
  <p dir="auto">
    {/* Every second piece stands between two pairs of stars. */}
    {boldPieces(text).map((piece, index) => (index % 2 === 1 ? <b key={piece}>{piece}</b> : piece))}
  </p>
)

/** The upper row of the keyboard, without the letters that are reasons for a no. */
const keys = ['q', 'w', 'r', 't', 'y', 'u'] as const
/** None of those, nor of the centre's own words (own-answers). */
const danishKey = 'm'
type Shown = 'says' | 'asked' | 'guide'

/** Where in the script one is: the step, and what the company said last on the way there. */
const useScript = (says: string, industryCode: string | null) => {
  const parts = partsOf(says)
  const [at, setAt] = useState(0)
  const [heard, setHeard] = useState<Heard | null>(null)
  const [shown, setShown] = useState<Shown>('says')
  const step = parts.steps[at] ?? parts.steps[0]
  const hear = (one: Heard) => {
    setHeard(one)
    setShown('says')
    if (one.to !== null) setAt(one.to)
  }
  const begin = () => {
    setAt(0)
    setHeard(null)
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
const MaySay = ({ heard, onHear }: { heard: readonly Heard[]; onHear: (one: Heard) => void }) => (
  <div className="scripts-heard" role="group" aria-label={m.scripts_they_say()}>
    <span className="tov-dim tov-small">{m.scripts_they_say()}</span>
    {heard.map((one, at) => (
      <button key={one.heard} type="button" className="scripts-heard-one" onClick={() => onHear(one)}>
        {one.heard} {keys[at] && <KeyCap>{keys[at]}</KeyCap>}
      </button>
    ))}
  </div>
)

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
/** What is said in the company's language, or in Danish: the caller turns between them. */
export const CallScript = ({ says, industryCode = null, wording = null }: Props) => {
  const [danish, setDanish] = useState(false)
  const other = wording?.danish ?? null
  const turn = () => setDanish(!danish)
  useKeys(other === null ? [] : [{ key: danishKey, says: m.scripts_key_danish(), run: turn }])
  const said = danish && other !== null ? other : says
  const isOther = wording !== null && wording.state !== 'missing' && said === says
  const [code] = isOther ? Intl.getCanonicalLocales(wording.language) : []
  return (
    <SaidParts key={said} says={said} industryCode={industryCode} language={code}>
      {wording && <InLanguage wording={wording} danish={said !== says} onTurn={turn} />}
    </SaidParts>
  )
}

/** "Det siger du": the step one is at, and where what they say leads; the questions that they ask behind s, what one may ask behind x. */
type SaidProps = { says: string; industryCode: string | null; language: string | undefined; children: ReactNode }
const SaidParts = ({ says, industryCode, language, children }: SaidProps) => {
  const script = useScript(says, industryCode)
  const { step, shown, questions, guide, isAway } = script
  useKeys([
    ...(questions.length > 0 ? [{ key: 's', says: m.scripts_key_questions(), run: () => script.turn('asked') }] : []),
    ...(guide.length > 0 ? [{ key: 'x', says: m.scripts_guide(), run: () => script.turn('guide') }] : []),
    ...(isAway ? [{ key: '0', says: m.scripts_begin(), run: script.begin }] : []),
    ...(step?.heard ?? []).slice(0, keys.length).map((one, at) => ({
      key: keys[at] ?? '',
      says: m.scripts_key_heard({ what: one.heard }),
      run: () => script.hear(one),
    })),
  ])
  return (
    <section className="tov-card scripts-card scripts-says" lang={language} aria-labelledby="scripts-says">
      <div className="scripts-top">
        <h2 id="scripts-says">
          {m.scripts_you_say()}
          {step?.name && <span className="scripts-step">{step.name}</span>}
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
        <dl className="scripts-asked">
          {questions.map(({ question, answer }) => (
            <div key={question}>
              <dt>{question}</dt>
              <dd>{answer}</dd>
            </div>
          ))}
        </dl>
      )}
      {shown === 'guide' && (
        <dl className="scripts-asked">
          {guide.map(({ about, ask }) => (
            <div key={about}>
              <dt>{about}</dt>
              {ask.map((one) => (
                <dd key={one}>{one}</dd>
              ))}
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
