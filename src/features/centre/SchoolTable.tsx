import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { type Column, DataTable, type Listed } from '#web/parts/DataTable.tsx'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { listOf } from '#web/parts/listed.ts'
import type { listSchools } from './schools.schema.ts'
import { kindName } from './school-kinds.table.tsx'

type School = AnswerOf<typeof listSchools>['rows'][number]

const columns: Column<School>[] = [
  { key: 'name', title: m.centre_school_name(), width: 'minmax(200px, 2fr)', cell: (school) => <b>{school.name}</b> },
  {
    key: 'kind',
    title: m.centre_school_kind(),
    width: 'minmax(140px, 1fr)',
    phone: true,
    cell: (school) => kindName(school.kind),
  },
  {
    key: 'institution',
    title: m.centre_school_institution(),
    width: '140px',
    cell: (school) => school.institution ?? '',
  },
  {
    key: 'domain',
    title: m.centre_school_domain(),
    width: 'minmax(120px, 1fr)',
    phone: true,
    cell: (school) => school.mailDomain ?? '',
  },
]

export const SchoolTable = ({
  schools,
}: {
  schools: { data: AnswerOf<typeof listSchools> | undefined } & Omit<Listed<School>, 'rows'>
}) => (
  <DataTable
    label={m.centre_members_schools()}
    list={listOf(schools, schools.data?.rows ?? [])}
    columns={columns}
    rowKey={(school) => school.id}
    empty={
      <EmptyState inCard title={m.centre_schools_empty()}>
        {m.centre_schools_empty_text()}
      </EmptyState>
    }
  />
)
