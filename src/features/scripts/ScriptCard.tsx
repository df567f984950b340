import { Textarea } from '@mantine/core'
import * as m from '#texts'
import { Card } from '#web/parts/Card.tsx'
import { partsOf } from './script-parts.shared.ts'

/** What will be said on lists that are to be made; with nothing written what is said on any new list. */
export const ScriptCard = ({ script, onChange }: { script: string; onChange: (script: string) => void }) => {
  const { questions } = partsOf(script)
  return (
    <Card title={m.scripts_write_title()}>
      <Textarea
        label={m.scripts_you_say()}
        description={m.scripts_write_help({ caller: '{caller}', centre: '{centre}' })}
        placeholder={m.scripts_write_none()}
        autosize
        minRows={3}
        maxRows={16}
        maxLength={6000}
        value={script}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {questions.length > 0 && (
        <p className="tov-dim tov-small">{m.scripts_write_questions({ count: questions.length })}</p>
      )}
    </Card>
  )
}
