import { Button } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { Ask } from '#web/parts/Ask.tsx'
import { DateField } from '#web/parts/DateField.tsx'
import { Dialog } from '#web/parts/Dialog.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import type { Whole } from './leaving-words.tsx'
import { changeLeaving, withdrawLeaving } from './leavings.schema.ts'

type Leaving = Whole['leaving']
const Day = ({ leaving: { id, lastDay }, onDone }: { leaving: Leaving; onDone: () => void }) => {
  const form = useContractForm(changeLeaving, {
    initial: { lastDay, seen: lastDay },
    with: { params: { id } },
    says: () => m.leavings_day_changed(),
    onDone,
  })
  const { onChange: _typed, ...field } = form.field('lastDay')
  return (
    <ContractForm of={form} label={m.leavings_change_day()}>
      <DateField label={m.leavings_announce_day()} {...field} onChange={(day) => form.set('lastDay', day)} />
      <SendButton of={form}>{m.leavings_change_day()}</SendButton>
    </ContractForm>
  )
}

/** Another day, or the person stays after all. */
export const ChangeLeaving = ({ leaving }: { leaving: Leaving }) => {
  const [shown, setShown] = useState<'day' | 'stays'>()
  const who = leaving.person.name
  const stay = useAct(withdrawLeaving, { says: () => m.leavings_stayed() })
  const close = () => setShown(undefined)
  return (
    <>
      <Button onClick={() => setShown('day')}>{m.leavings_change_day()}</Button>
      <Button onClick={() => setShown('stays')}>{m.leavings_stays({ who })}</Button>
      {shown === 'day' && (
        <Dialog title={m.leavings_change_day()} onClose={close}>
          <Day leaving={leaving} onDone={close} />
        </Dialog>
      )}
      <Ask
        open={shown === 'stays'}
        title={m.leavings_stays_ask({ who })}
        yes={m.leavings_stays_yes()}
        onYes={() => void stay.run({ params: { id: leaving.id } })}
        onClose={close}
      >
        {m.leavings_stays_text()}
      </Ask>
    </>
  )
}
