import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import type { RowOf } from '#web/data/answers.ts'
import { DateField } from '#web/parts/DateField.tsx'
import { Dialog } from '#web/parts/Dialog.tsx'
import '#web/parts/Form.css'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { type listStruckCompanies, planStruckCompany } from './struck-companies.schema.ts'

/** What whoever took a company will do about it, and by when: it waits for him that day. */
export const PlanDialog = ({ row, onClose }: { row: RowOf<typeof listStruckCompanies>; onClose: () => void }) => {
  const [what, setWhat] = useState(row.taken?.what ?? '')
  const [dueOn, setDueOn] = useState(row.taken?.dueOn ?? '')
  const plan = useAct(planStruckCompany, {
    says: ({ taken }) => (taken?.dueOn ? m.struck_companies_said_planned() : m.struck_companies_said_what()),
    onDone: onClose,
  })
  return (
    <Dialog title={m.struck_companies_plan_title({ company: row.name })} onClose={onClose}>
      <div className="tov-form">
        <Textarea
          label={m.struck_companies_plan_what()}
          rows={2}
          maxLength={300}
          value={what}
          onChange={(event) => setWhat(event.currentTarget.value)}
        />
        <DateField label={m.struck_companies_plan_due()} value={dueOn} onChange={setDueOn} />
        <div>
          <VisibilityMark who="school" />
        </div>
      </div>
      <div className="tov-dialog-foot">
        <Button onClick={onClose}>{m.web_no_thanks()}</Button>
        <Button
          variant="filled"
          onClick={() =>
            void plan.run({
              params: { listId: row.listId, companyId: row.companyId },
              body: { what, dueOn: dueOn || null },
            })
          }
        >
          {m.struck_companies_plan_save()}
        </Button>
      </div>
    </Dialog>
  )
}
