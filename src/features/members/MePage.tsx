import { Switch, useMantineColorScheme } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import * as m from '#texts'
import { getLocale } from '#texts/runtime'
import { Card } from '#web/parts/Card.tsx'
import { Choices } from '#web/parts/Choices.tsx'
import { lettersOff, setLettersOff } from '#web/data/keys.ts'
import { chooseLanguage, languages } from '#web/frame/language.ts'
import { Go } from '#web/parts/Go.tsx'
import { useMe } from '#web/frame/me.ts'
import { Page } from '#web/parts/Page.tsx'
import { schemeName, schemes } from '#web/frame/PersonMenu.tsx'
import { roleName } from '#web/frame/role-names.ts'
import { Tokens } from './Tokens.tsx'
import '../centre/centre.css'
import './members.css'

const Keys = () => {
  const [off, setOff] = useState(lettersOff)
  const change = (on: boolean) => {
    setLettersOff(!on)
    setOff(!on)
  }
  return (
    <Card title={m.members_me_keys()}>
      <Switch
        checked={!off}
        withThumbIndicator={false}
        label={m.members_me_keys_on()}
        description={m.members_me_keys_text()}
        onChange={(event) => change(event.currentTarget.checked)}
      />
    </Card>
  )
}

/** What is mine alone: language, colours, keys and tokens; among them what later rooms have to ask. */
export const MePage = ({ children }: { children: ReactNode }) => {
  const me = useMe()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Page
      title={me.person.name}
      subtitle={[roleName(me.role), me.school?.name, me.centre.name, me.person.email].filter(Boolean).join(' · ')}
    >
      <div className="centre-text-width">
        <Card title={m.web_language()}>
          <p className="centre-lead">{m.members_me_language_text()}</p>
          <Choices
            label={m.web_language()}
            value={getLocale()}
            options={languages}
            onChange={(value) => void chooseLanguage(value)}
          />
        </Card>
        <Card title={m.web_theme()}>
          <Choices
            label={m.web_theme()}
            value={colorScheme}
            options={schemes.map((value) => ({ value, label: schemeName[value]() }))}
            onChange={setColorScheme}
          />
        </Card>
        {children}
        <Keys />
        <Card title={m.members_me_access()}>
          <Go to="/mig/adgang" className="tov-link">
            {m.members_me_access_text()}
          </Go>
        </Card>
        <Tokens />
      </div>
    </Page>
  )
}
