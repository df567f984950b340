import { useSearch } from '@tanstack/react-router'
import { Tabs } from '@mantine/core'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { Page } from '#web/parts/Page.tsx'
import { useMay } from '#web/frame/me.ts'
import { useChangeSearch } from '#web/data/change-search.ts'
import { invite, listMembers } from './members.schema.ts'
import { addSchool, listSchools } from '../centre/schools.schema.ts'
import { Invitations, InviteForm } from './Invitations.tsx'
import { MemberTable } from './MemberTable.tsx'
import { NamesForm } from '../centre/NamesForm.tsx'
import { changeNames } from '../centre/names.schema.ts'
import { SchoolForm } from '../centre/SchoolForm.tsx'
import { SchoolTable } from '../centre/SchoolTable.tsx'

/** Who is in the centre, which schools it has, and how new ones come in. */
export default function MembersPage() {
  const { vis = 'medlemmer', rolle, skole } = useSearch({ from: '/signed-in/framed/medlemmer' })
  const change = useChangeSearch<{ vis: string }>()
  const members = useAnswer(listMembers, { query: {} })
  const schools = useAnswer(listSchools)
  const here = members.data?.rows.filter((member) => member.leftAt === null) ?? []
  const may = useMay()
  const settles = may(addSchool)
  const aside = {
    skoler: settles && <SchoolForm />,
    medlemmer: may(invite) && (
      <>
        <InviteForm key={`${rolle} ${skole}`} />
        <Invitations />
      </>
    ),
    navne: null,
  }[vis]
  return (
    <Page
      title={m.web_nav_members()}
      subtitle={members.data && m.members_subtitle({ people: here.length, schools: schools.data?.rows.length ?? 0 })}
      aside={aside}
      asideWidth={320}
    >
      <Tabs value={vis} onChange={(value) => change({ vis: value ?? undefined })}>
        <Tabs.List mb="md">
          <Tabs.Tab value="medlemmer">{m.members_people()}</Tabs.Tab>
          <Tabs.Tab value="skoler">{m.centre_members_schools()}</Tabs.Tab>
          {may(changeNames) && <Tabs.Tab value="navne">{m.centre_names()}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="medlemmer">
          <MemberTable members={members} />
        </Tabs.Panel>
        <Tabs.Panel value="skoler">
          <SchoolTable schools={schools} />
        </Tabs.Panel>
        {may(changeNames) && (
          <Tabs.Panel value="navne">
            <NamesForm />
          </Tabs.Panel>
        )}
      </Tabs>
    </Page>
  )
}
