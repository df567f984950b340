import { Button } from '@mantine/core'
import { IconMailOff } from '@tabler/icons-react'
import * as m from '#texts'
import { copyText } from '#web/data/copy.ts'
import { sayDone, sayProblem } from '#web/data/notices.ts'
import './first-day.css'

/** Where no mail leaves the house: what works all the same, and words for whoever can put it right. */
export const NoMail = () => {
  const press = async () => {
    if (await copyText(m.home_no_mail_message())) sayDone(m.home_no_mail_copied())
    else sayProblem(m.web_copy_failed())
  }
  return (
    <section className="first-no-mail tov-card" aria-labelledby="no-mail">
      <IconMailOff size={20} aria-hidden />
      <div>
        <h2 id="no-mail">{m.home_no_mail_title()}</h2>
        <p>{m.home_no_mail_text()}</p>
        <Button size="xs" onClick={() => void press()}>
          {m.home_no_mail_copy()}
        </Button>
      </div>
    </section>
  )
}
