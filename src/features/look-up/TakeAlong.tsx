import { Button } from '@mantine/core'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { sayDone } from '#web/data/notices.ts'
import { type FormAnswer, useDraft } from '../visits/ReportDraft.tsx'
import { showReportForm } from '../visits/drafts.schema.ts'

type Props = { bookingId: number; says: string }
const Take = ({ bookingId, says, form }: Props & { form: FormAnswer }) => {
  const { written, write } = useDraft({ bookingId }, form)
  const stands = written.about.includes(says)
  return (
    <Button
      variant="filled"
      disabled={stands}
      onClick={() => {
        write({ about: [written.about.trimEnd(), says].filter(Boolean).join('\n') })
        sayDone(m.look_up_taken())
      }}
    >
      {stands ? m.look_up_stands() : m.look_up_take()}
    </Button>
  )
}

/** The class that is spoken about goes into the report that is being written. */
export const TakeAlong = (props: Props) => {
  const { data } = useAnswer(showReportForm, { query: { bookingId: props.bookingId } })
  return data?.visitId === null && <Take {...props} form={data} />
}
