import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useArrive } from '#web/frame/arrive.ts'
import { Card } from '#web/parts/Card.tsx'
import { Initials } from '#web/parts/Initials.tsx'
import { roleName } from '#web/frame/role-names.ts'
import { type showFront, signInDemo } from './sign-in.schema.ts'
import { demoRoles } from './demo-roles.table.ts'
import './sign-in.css'

type Person = AnswerOf<typeof showFront>['demoPeople'][number]

/** People of the demo, grouped by what they do; one click is that person. Only a demo has them. */
export const DemoPeople = ({ people, back }: { people: readonly Person[]; back: string }) => {
  const arrive = useArrive()
  const enter = useAct(signInDemo, { onDone: (me) => arrive(me, back === '/' ? undefined : back) })
  const groups = demoRoles
    .map((group) => ({ ...group, people: people.filter((person) => group.role === person.role) }))
    .filter((group) => group.people.length > 0)
  return (
    <Card title={m.sign_in_demo_title()} right={m.sign_in_demo_note()}>
      <div className="sign-in-demo">
        {groups.map((group) => (
          <section key={group.role} aria-labelledby={`demo-${group.role}`}>
            <h3 id={`demo-${group.role}`}>
              {roleName(group.role)} <span>{group.does()}</span>
            </h3>
            <ul>
              {group.people.map((person) => (
                <li key={person.email}>
                  <button
                    type="button"
                    className="sign-in-demo-person"
                    disabled={enter.running}
                    onClick={() => void enter.run({ body: { email: person.email } })}
                  >
                    <Initials name={person.name} size={30} />
                    <span>
                      <b>{person.name}</b>
                      {person.school && <span>{person.school}</span>}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  )
}
