import { Button } from '@mantine/core'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { saysMoment } from '#web/parts/dates.ts'
import { number } from '#web/parts/numbers.ts'
import { listClassImports, undoClassImport } from './catalogue.schema.ts'

/** Earlier imports, each of which can be taken back whole. */
export const EarlierClassImports = () => {
  const { data } = useAnswer(listClassImports, { query: { limit: 5 } })
  const undo = useAct(undoClassImport, { says: () => m.catalogue_undone() })
  if (!data || data.rows.length === 0) return null
  return (
    <div className="catalogue-before">
      <h3>{m.catalogue_before()}</h3>
      <ul>
        {data.rows.map((one) => (
          <li key={one.id}>
            <span>
              {m.catalogue_before_row({ file: one.fileName, when: saysMoment(one.at), who: one.who ?? '' })}
              <span className="catalogue-second">
                {' '}
                {m.catalogue_before_counts({
                  created: number(one.created),
                  updated: number(one.updated),
                  rejected: number(one.rejected),
                })}
              </span>
            </span>
            {one.can.undo ? (
              <Button
                size="xs"
                disabled={undo.running}
                aria-label={m.catalogue_undo_of({ file: one.fileName })}
                onClick={() => void undo.run({ params: { id: one.id } })}
              >
                {m.catalogue_undo()}
              </Button>
            ) : (
              <span className="catalogue-second">{m.catalogue_is_undone()}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
