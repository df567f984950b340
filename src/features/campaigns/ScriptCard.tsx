import { Textarea } from '@mantine/core'
import * as m from '#texts'
import { Card } from '#web/parts/Card.tsx'
import { partsOf } from '../scripts/script-parts.tsx'

/** What is said on the campaign's lists; with nothing written what is said on any new list. */
export const ScriptCard = ({ script, onChange }: { script: string; onChange: (script: string) => void }) => {
  const { questions } = partsOf(script)
  return (
    <Card title={m.campaigns_script_title()}>
      <Textarea
        label={m.campaigns_script()}
        description={m.campaigns_script_help({ caller: '{caller}', centre: '{centre}' })}
        placeholder={m.campaigns_script_none()}
        autosize
        minRows={3}
        maxRows={16}
        maxLength={6000}
        value={script}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {questions.length > 0 && (
        <p className="campaigns-text tov-dim tov-small">{m.campaigns_script_questions({ count: questions.length })}</p>
      )}
    </Card>
  )
}
