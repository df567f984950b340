import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { saidIn } from '#web/data/problem.ts'
import { BothVersions } from '#web/parts/BothVersions.tsx'
import { Card } from '#web/parts/Card.tsx'
import { GreyRows } from '#web/parts/DataTable.tsx'
import { PickMany } from '#web/parts/Filters.tsx'
import { useOpened } from '#web/parts/opened.ts'
import { Page } from '#web/parts/Page.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import {
  changeMyTrades,
  changeSchoolTrades,
  listTradeAreas,
  SchoolTrades,
  VisitorTrades,
} from './trade-areas.schema.ts'
import { ColleagueLine } from './ColleagueLine.tsx'
import { saysAll } from './in-one-line.shared.ts'
import { kindOptions, Picks, type School, type Visitor } from './TradePicks.tsx'
import './trade-areas.css'

const Mine = ({ mine }: { mine: Visitor }) => {
  const [said, setSaid] = useState(mine)
  const [theirs, setTheirs] = useState<Visitor>()
  const take = (now: Visitor) => {
    setSaid(now)
    setTheirs(undefined)
  }
  const save = useAct(changeMyTrades, {
    says: () => m.trade_areas_said(),
    onDone: take,
    onProblem: (problem) => {
      const now = problem.code === 'changed-meanwhile' ? saidIn(problem, 'theirs', VisitorTrades) : undefined
      if (now) setTheirs(now)
      return now !== undefined
    },
  })
  const { trades, kinds, languages, wishes, generalist } = said
  const run = (saidAt: string | null) =>
    void save.run({ body: { trades, kinds, languages, wishes, generalist, saidAt } })
  return (
    <Card title={m.trade_areas_mine()} right={<VisibilityMark who="centre" />}>
      <p className="tov-dim">{m.trade_areas_mine_text()}</p>
      {mine.saidAt === null && mine.school && <p>{m.trade_areas_mine_none()}</p>}
      {theirs && (
        <BothVersions
          theirs={saysAll(theirs) || m.trade_areas_none()}
          mine={saysAll(said) || m.trade_areas_none()}
          onTake={() => take(theirs)}
          onKeep={() => run(theirs.saidAt)}
        />
      )}
      <div className="trade-areas-picks">
        <Picks said={said} onChange={setSaid} />
        <PickMany
          label={m.trade_areas_kinds()}
          options={kindOptions()}
          value={kinds}
          onChange={(chosen) => setSaid({ ...said, kinds: chosen })}
        />
      </div>
      <p>{saysAll(said)}</p>
      <Checkbox
        label={m.trade_areas_generalist()}
        checked={generalist}
        onChange={(event) => setSaid({ ...said, generalist: event.currentTarget.checked })}
      />
      <Button variant="filled" className="trade-areas-save" onClick={() => run(said.saidAt)}>
        {m.trade_areas_save()}
      </Button>
    </Card>
  )
}

const SchoolForm = ({ school, onDone }: { school: School; onDone: () => void }) => {
  const [said, setSaid] = useState(school)
  const [theirs, setTheirs] = useState<School>()
  const save = useAct(changeSchoolTrades, {
    says: () => m.trade_areas_said(),
    onDone,
    onProblem: (problem) => {
      const now = problem.code === 'changed-meanwhile' ? saidIn(problem, 'theirs', SchoolTrades) : undefined
      if (now) setTheirs(now)
      return now !== undefined
    },
  })
  const { trades, languages, wishes } = said
  const params = { schoolId: school.schoolId }
  const run = (saidAt: string | null) => void save.run({ params, body: { trades, languages, wishes, saidAt } })
  return (
    <div className="trade-areas-picks" {...useOpened(onDone)}>
      {theirs && (
        <BothVersions
          theirs={saysAll(theirs) || m.trade_areas_none()}
          mine={saysAll(said) || m.trade_areas_none()}
          onTake={onDone}
          onKeep={() => run(theirs.saidAt)}
        />
      )}
      <Picks said={said} onChange={setSaid} />
      <Button onClick={() => run(said.saidAt)}>{m.trade_areas_save()}</Button>
      <Button variant="subtle" onClick={onDone}>
        {m.web_no_thanks()}
      </Button>
    </div>
  )
}

const OfSchool = ({ school }: { school: School }) => {
  const [open, setOpen] = useState(false)
  return (
    <li>
      <div>
        <b>{school.school}</b>
        <div className="tov-dim tov-small">{saysAll(school) || m.trade_areas_none()}</div>
      </div>
      {school.can.change && !open && (
        <Button size="compact-sm" onClick={() => setOpen(true)}>
          {m.trade_areas_change()}
        </Button>
      )}
      {open && <SchoolForm school={school} onDone={() => setOpen(false)} />}
    </li>
  )
}

/** What consultants and schools know: each says the own, everyone reads. */
export default function TradeAreasPage() {
  const { data } = useAnswer(listTradeAreas)
  const mine = data?.visitors.find(({ can }) => can.change)
  return (
    <Page title={m.trade_areas_title()} subtitle={m.trade_areas_text()}>
      {!data && <GreyRows count={8} />}
      {mine && <Mine mine={mine} />}
      {data && (
        <>
          <Card title={m.trade_areas_schools()} padded={false}>
            <p className="trade-areas-hint tov-dim">{m.trade_areas_schools_text()}</p>
            <ul className="trade-areas-rows">
              {data.schools.map((school) => (
                <OfSchool key={school.schoolId} school={school} />
              ))}
            </ul>
          </Card>
          <Card title={m.trade_areas_colleagues()} padded={false}>
            <ul className="trade-areas-rows">
              {data.visitors.map((one) => (
                <li key={one.personId}>
                  <ColleagueLine of={one} />
                </li>
              ))}
            </ul>
          </Card>
        </>
      )}
    </Page>
  )
}
