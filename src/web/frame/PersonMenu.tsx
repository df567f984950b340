import { useMantineColorScheme } from '@mantine/core'
import { useId } from 'react'
import * as m from '#texts'
import { getLocale } from '#texts/runtime'
import { Choices } from '#web/parts/Choices.tsx'
import { Go } from '#web/parts/Go.tsx'
import { Initials } from '#web/parts/Initials.tsx'
import { chooseLanguage, languages } from './language.ts'
import type { Me } from './me.ts'
import { roleName } from './role-names.ts'
import { signOutHere } from './sign-out.ts'
import './PersonMenu.css'

export const schemes = ['auto', 'light', 'dark'] as const
export const schemeName = { auto: m.web_theme_auto, light: m.web_theme_light, dark: m.web_theme_dark } as const

/** Who I am, and what is mine alone: colours, language, my page, signing out. `rail`: at the foot; `bar`: initials only. */
export const PersonMenu = ({ me, place }: { me: Me; place: 'rail' | 'bar' }) => {
  const id = useId()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const what = [roleName(me.role), me.school?.name].filter(Boolean).join(', ')
  return (
    <div className="tov-person" data-place={place}>
      <button type="button" className="tov-person-button" popoverTarget={id}>
        <Initials name={me.person.name} />
        <span className={place === 'bar' ? 'tov-only-read' : undefined}>
          <b>{me.person.name}</b>
          <span className="tov-person-what tov-two-lines" title={what}>
            {what}
          </span>
          <span className="tov-only-read">{m.web_person_menu()}</span>
        </span>
      </button>
      <div id={id} popover="auto" className="tov-person-menu tov-card" data-place={place}>
        <p>{m.web_theme()}</p>
        <Choices
          label={m.web_theme()}
          value={colorScheme}
          options={schemes.map((value) => ({ value, label: schemeName[value]() }))}
          onChange={setColorScheme}
        />
        <p>{m.web_language()}</p>
        <Choices
          label={m.web_language()}
          value={getLocale()}
          options={languages}
          onChange={(value) => void chooseLanguage(value)}
        />
        <Go to="/mig" className="tov-person-row">
          {m.web_my_page()}
        </Go>
        {me.may.includes('showMyProfile') && (
          <Go to="/min-profil" className="tov-person-row">
            {m.competence_profiles_title()}
          </Go>
        )}
        <button type="button" className="tov-person-row" onClick={() => void signOutHere()}>
          {m.web_sign_out()}
        </button>
      </div>
    </div>
  )
}
