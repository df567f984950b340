import { useState } from 'react'
import * as m from '#texts'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { useKeys } from '#web/data/keys.ts'
import { boldPieces, partsOf } from './script-parts.tsx'
import './scripts.css'

const Paragraph = ({ text }: { text: string }) => (
  <p>
    {/* Every second piece stands between two pairs of stars. */}
    {boldPieces(text).map((piece, index) => (index % 2 === 1 ? <b key={piece}>{piece}</b> : piece))}
  </p>
)

/** "Det siger du", with the questions that companies ask behind the key s. */
export const CallScript = ({ says }: { says: string }) => {
  const [asked, setAsked] = useState(false)
  const { paragraphs, questions } = partsOf(says)
  const toggle = () => setAsked(!asked)
  useKeys([{ key: 's', says: m.scripts_key_questions(), run: toggle }], questions.length > 0)
  return (
    <section className="tov-card scripts-card scripts-says" aria-labelledby="scripts-says">
      <div className="scripts-top">
        <h2 id="scripts-says">{m.scripts_you_say()}</h2>
        {questions.length > 0 && (
          <button type="button" className="scripts-questions" aria-expanded={asked} onClick={toggle}>
            {m.scripts_questions()} <KeyCap>s</KeyCap>
          </button>
        )}
      </div>
      {!asked && paragraphs.map((text) => <Paragraph key={text} text={text} />)}
      {asked && (
        <dl className="scripts-asked">
          {questions.map(({ question, answer }) => (
            <div key={question}>
              <dt>{question}</dt>
              <dd>{answer}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
