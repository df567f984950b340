import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import * as m from '#texts'
import { first, saysMoment } from '#web/parts/dates.ts'
import type { Path } from '#web/parts/Go.tsx'
import { Page } from '#web/parts/Page.tsx'
import { ReportChange } from '../visits/ReportChange.tsx'
import { ReportReading, TopicsOf, type Visit } from './ReportReading.tsx'

type Props = { visit: Visit; up: { to: Path; text: string }; beside?: ReactNode }
/** A report that has been sent, as every school reads it. */
export const ReportView = ({ visit, up, beside }: Props) => {
  const [changing, setChanging] = useState(false)
  if (changing) return <ReportChange visit={visit} up={up} onDone={() => setChanging(false)} />
  const button = visit.can.change ? <Button onClick={() => setChanging(true)}>{m.visits_change()}</Button> : undefined
  return (
    <Page
      title={m.visits_report()}
      up={up}
      subtitle={
        <span>
          <span className="tov-only-phone">{visit.company}. </span>
          {first(saysMoment(visit.visitedAt))}.{' '}
          {visit.by.school ? `${visit.by.name}, ${visit.by.school}` : visit.by.name}
        </span>
      }
      actions={button}
      asideWidth={420}
      aside={<TopicsOf visit={visit} />}
    >
      <ReportReading visit={visit} beside={beside} />
    </Page>
  )
}
