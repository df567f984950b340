import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { roleName } from '#web/frame/role-names.ts'
import type { Path } from '#web/parts/Go.tsx'
import type { showFirstDay, waitsFor } from './first-day.schema.ts'
import { usualHours } from '../working-days/working-days.schema.ts'

type Day = AnswerOf<typeof showFirstDay>
type StepName = Day['steps'][number]['name']
type About = {
  title: () => string
  text: (day: Day) => string
  button: () => string
  to: Path
  /** The verb without which the page is of no use. */
  needs: string
}

export const stepWords: Record<StepName, About> = {
  made: {
    title: m.home_first_made,
    text: ({ centre, schools, who }) =>
      m.home_first_made_text({
        centre: centre.name,
        count: schools,
        who: who.map(({ name, role }) => `${name} (${roleName(role).toLocaleLowerCase()})`).join(', '),
      }),
    button: m.home_first_made_button,
    to: '/medlemmer?vis=navne',
    needs: 'changeNames',
  },
  people: {
    title: m.home_first_people,
    text: ({ people }) => (people.length === 0 ? '' : m.home_first_people_text()),
    button: m.home_first_people_button,
    to: '/medlemmer',
    needs: 'invite',
  },
  companies: {
    title: m.home_first_companies,
    text: m.home_first_companies_text,
    button: m.home_first_companies_button,
    to: '/import',
    needs: 'uploadCompanies',
  },
  rules: {
    title: m.home_first_rules,
    text: m.home_first_rules_text,
    button: m.home_first_rules_button,
    to: '/regler',
    needs: 'changeRules',
  },
  hours: {
    title: m.home_first_hours,
    text: () => m.home_first_hours_text(usualHours),
    button: m.home_first_hours_button,
    to: '/kalender?hvem=alle',
    needs: 'showCalendar',
  },
  list: {
    title: m.home_first_list,
    text: m.home_first_list_text,
    button: m.home_first_list_button,
    to: '/udtraek',
    needs: 'makeContactList',
  },
  call: {
    title: m.home_first_call,
    text: m.home_first_call_text,
    button: m.home_first_call_button,
    to: '/ring',
    needs: 'takeCompany',
  },
  contacts: {
    title: m.home_first_contacts,
    text: m.home_first_contacts_text,
    button: m.home_first_contacts_button,
    to: '/udtraek',
    needs: 'uploadContacts',
  },
}

export const waitWords: Record<(typeof waitsFor)[number], () => string> = {
  companies: m.home_first_waits_companies,
  hours: m.home_first_waits_hours,
  list: m.home_first_waits_list,
  hearing: m.home_first_waits_hearing,
}
