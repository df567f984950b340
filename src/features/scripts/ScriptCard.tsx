import { useState } from 'react'
import * as m from '#texts'
import { Card } from '#web/parts/Card.tsx'
import { GuideParts, QuestionParts } from './ScriptQuestions.tsx'
import { StepParts } from './ScriptSteps.tsx'
import { partsOf, type ScriptParts, textOf } from './script-parts.shared.ts'
import './scripts.css'

/** What will be said on lists that are to be made, in the same parts as a list's own; with nothing written what is said on any new list. */
export const ScriptCard = ({ script, onChange }: { script: string; onChange: (script: string) => void }) => {
  const [kept, setKept] = useState<{ parts: ScriptParts; text: string }>()
  // Lines that are begun and still empty are in the parts alone; a text that came from elsewhere is read anew.
  const parts = kept?.text === script ? kept.parts : partsOf(script)
  const put = (change: Partial<ScriptParts>) => {
    const next = { ...parts, ...change }
    const text = textOf(next)
    setKept({ parts: next, text })
    onChange(text)
  }
  return (
    <section className="scripts-parts" aria-label={m.scripts_write_title()}>
      <Card title={m.scripts_write_title()}>
        <p className="tov-dim">{m.scripts_write_help()}</p>
      </Card>
      <StepParts steps={parts.steps} onPut={(steps) => put({ steps })} />
      <QuestionParts questions={parts.questions} onPut={(questions) => put({ questions })} />
      <GuideParts guide={parts.guide} onPut={(guide) => put({ guide })} />
    </section>
  )
}
