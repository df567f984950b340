import { Button } from '@mantine/core'
import { lazyRouteComponent, useSearch } from '@tanstack/react-router'
import * as m from '#texts'
import { getLocale } from '#texts/runtime'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Go } from '#web/parts/Go.tsx'
import { Page } from '#web/parts/Page.tsx'
import { PlainFrame } from '#web/parts/PlainFrame.tsx'
import { useMe } from './me.ts'
import { needOf, type PageNeed } from './page-needs.table.ts'
import { roleName } from './role-names.ts'

/** "koordinator, konsulent eller uddannelseschef" */
const namesOf = (roles: PageNeed['may']) =>
  new Intl.ListFormat(getLocale(), { type: 'disjunction' }).format(
    roles.map((role) => roleName(role).toLocaleLowerCase(getLocale())),
  )

const Sentence = ({ may }: Pick<PageNeed, 'may'>) => {
  const { role } = useMe()
  return (
    <EmptyState
      title={m.web_refused({ roles: namesOf(may) })}
      action={
        <Button component={Go} to="/">
          {m.web_go_home()}
        </Button>
      }
    >
      {m.web_refused_text({ role: roleName(role).toLocaleLowerCase(getLocale()) })}
    </EmptyState>
  )
}

type Load = Parameters<typeof lazyRouteComponent>[0]
/** A page for those who may use it; to all others a sentence that says whom it is for, and the way home. `outside`: it stands in no frame. */
export const forWhoMay = (path: string, load: Load, { outside = false } = {}) => {
  const Shown = lazyRouteComponent(load)
  const ForWhoMay = () => {
    const { may } = useMe()
    const need = needOf(path, useSearch({ strict: false }))
    if (!need || may.includes(need.needs)) return <Shown />
    const title = m.web_refused_title()
    return outside ? (
      <PlainFrame name="Tovholder" title={title}>
        <Sentence may={need.may} />
      </PlainFrame>
    ) : (
      <Page title={title}>
        <Sentence may={need.may} />
      </Page>
    )
  }
  return Object.assign(ForWhoMay, Shown.preload ? { preload: Shown.preload } : {})
}
