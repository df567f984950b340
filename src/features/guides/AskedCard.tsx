import * as m from '#texts'
import { Card } from '#web/parts/Card.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { whoReads } from '../centre/who-reads.table.ts'
import type { Asked, Heard } from './guides.schema.ts'
import './guides.css'

export const heards: Record<Heard, () => string> = {
  asked: m.guides_heard_asked,
  told: m.guides_heard_told,
  unknown: m.guides_unknown,
}

/** What was asked of the guide, and what came of it; what they told stands among words and needs. */
export const AskedCard = ({ asked: { questions } }: { asked: Pick<Asked, 'questions'> }) =>
  questions.length > 0 && (
    <Card title={m.guides_asked()} right={<VisibilityMark who={whoReads.report} />}>
      <ul className="guides-asked">
        {questions.map(({ words, heard }) => (
          <li key={words}>
            <span>{words}</span> {heard !== 'asked' && <StateTag>{heards[heard]()}</StateTag>}
          </li>
        ))}
      </ul>
    </Card>
  )
