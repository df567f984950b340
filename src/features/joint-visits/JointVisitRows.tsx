import { IconCar } from '@tabler/icons-react'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { useChangeSearch } from '#web/data/change-search.ts'
import { saysNearMoment } from '#web/parts/dates.ts'
import { Row, RowButton, Rows } from '#web/parts/Rows.tsx'
import { JointVisitDialog } from './JointVisitDialog.tsx'
import { listJointVisits } from './joint-visits.schema.ts'

/** Visits of partners ahead that one of us is asked along to, on the page of those who work with partners. */
export const JointVisitRows = ({ med }: { med: number | undefined }) => {
  const { data } = useAnswer(listJointVisits)
  const change = useChangeSearch<{ med: number }>()
  const rows = data?.rows ?? []
  return (
    <>
      {rows.length > 0 && (
        <Rows title={m.joint_visits_title()}>
          {rows.map((row) => (
            <Row
              key={row.id}
              icon={IconCar}
              tone={row.goes || row.declined ? 'sten' : 'venter'}
              title={row.company}
              text={[row.partner.name, saysNearMoment(row.startsAt), row.place].join(' · ')}
              state={
                row.declined
                  ? m.joint_visits_is_declined()
                  : row.goes
                    ? m.joint_visits_goes({ who: row.goes.name })
                    : m.joint_visits_waits()
              }
              action={<RowButton onClick={() => change({ med: row.id })}>{m.joint_visits_open()}</RowButton>}
            />
          ))}
        </Rows>
      )}
      {med !== undefined && <JointVisitDialog id={med} onClose={() => change({ med: undefined })} />}
    </>
  )
}
