import { Button, type ButtonProps } from '@mantine/core'
import { IconMailOff } from '@tabler/icons-react'
import * as m from '#texts'
import { copyText } from '#web/data/copy.ts'
import { sayDone, sayProblem } from '#web/data/notices.ts'
import './first-day.css'

/** Words for whoever runs the house, to be sent by other ways. */
export const CopyForIt = ({ message, ...look }: { message: string } & Pick<ButtonProps, 'size' | 'variant'>) => {
  const press = async () => {
    if (await copyText(message)) sayDone(m.home_no_mail_copied())
    else sayProblem(m.web_copy_failed())
  }
  return (
    <Button {...look} onClick={() => void press()}>
      {m.home_no_mail_copy()}
    </Button>
  )
}

/** Where no mail leaves the house: what works all the same, and words for whoever can put it right. */
export const NoMail = () => (
  <section className="first-no-mail tov-card" aria-labelledby="no-mail">
    <IconMailOff size={20} aria-hidden />
    <div>
      <h2 id="no-mail">{m.home_no_mail_title()}</h2>
      <p>{m.home_no_mail_text()}</p>
      <CopyForIt message={m.home_no_mail_message()} size="xs" />
    </div>
  </section>
)
