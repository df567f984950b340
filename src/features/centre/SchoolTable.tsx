import { Button } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { type Column, DataTable, type Listed } from '#web/parts/DataTable.tsx'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { ownWords } from '#web/frame/role-names.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import { listOf } from '#web/parts/listed.ts'
import { municipalities } from '../official-codes/municipalities.table.ts'
import { ChangeSchool } from './SchoolForm.tsx'
import type { listSchools } from './schools.schema.ts'
import { kindName } from './school-kinds.table.tsx'

type School = AnswerOf<typeof listSchools>['rows'][number]

const placeName = (code: number | null) => municipalities.find((one) => one.code === code)?.name ?? ''

const columnsFor = (change: (school: School) => void): Column<School>[] => [
  {
    key: 'name',
    title: m.centre_school_name(),
    width: 'minmax(170px, 1.4fr)',
    cell: (school) => (
      <>
        <b>{school.name}</b> {school.host && <StateTag>{ownWords().host ?? m.centre_word_host()}</StateTag>}
      </>
    ),
  },
  {
    key: 'kind',
    title: m.centre_school_kind(),
    width: 'minmax(110px, 1fr)',
    phone: true,
    cell: (school) => kindName(school.kind),
  },
  {
    key: 'place',
    title: m.centre_school_municipality(),
    width: 'minmax(84px, 0.7fr)',
    cell: (school) => (
      <>
        {placeName(school.municipality)}
        {school.address && <div className="tov-dim tov-small">{school.address}</div>}
      </>
    ),
  },
  {
    key: 'codes',
    title: m.centre_school_codes(),
    width: 'minmax(196px, 1.4fr)',
    phone: true,
    cell: (school) => (
      <>
        {school.institution}
        {school.mailDomain && <div className="tov-dim tov-small">{school.mailDomain}</div>}
      </>
    ),
  },
  {
    key: 'change',
    title: m.centre_school_change(),
    width: '84px',
    phone: true,
    right: true,
    cell: (school) =>
      school.can.change && (
        <Button
          size="xs"
          onClick={() => change(school)}
          aria-label={m.centre_school_change_which({ name: school.name })}
        >
          {m.centre_school_change()}
        </Button>
      ),
  },
]

export const SchoolTable = ({
  schools,
}: {
  schools: { data: AnswerOf<typeof listSchools> | undefined } & Omit<Listed<School>, 'rows'>
}) => {
  const [changing, setChanging] = useState<number>()
  const rows = schools.data?.rows ?? []
  const changed = rows.find(({ id }) => id === changing)
  return (
    <>
      <DataTable
        label={m.centre_members_schools()}
        list={listOf(schools, rows)}
        columns={columnsFor(({ id }) => setChanging(id))}
        rowKey={(school) => school.id}
        empty={
          <EmptyState inCard title={m.centre_schools_empty()}>
            {m.centre_schools_empty_text()}
          </EmptyState>
        }
      />
      {changed && <ChangeSchool key={changed.id} school={changed} onClose={() => setChanging(undefined)} />}
    </>
  )
}
