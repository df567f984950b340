import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { entriesOf } from '#platform/typed.shared'
import type { RowOf } from '#web/data/answers.ts'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { Ask } from '#web/parts/Ask.tsx'
import { Card } from '#web/parts/Card.tsx'
import { DateField } from '#web/parts/DateField.tsx'
import { saysDate, today } from '#web/parts/dates.ts'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { useMay } from '#web/frame/me.ts'
import { ShownOnce } from '#web/parts/ShownOnce.tsx'
import { listTokens, makeToken, revokeToken, type scopes } from './tokens.schema.ts'
import '../centre/centre.css'
import './members.css'

type Token = RowOf<typeof listTokens>
const scopeName: Record<(typeof scopes)[number], () => string> = {
  read: m.members_token_scope_read,
  'read-and-write': m.members_token_scope_write,
}

/** It ends at midnight: what people call its last day is the day before. */
const lastDayOf = ({ expiresAt }: Token) => saysDate(new Date(Date.parse(expiresAt) - 1).toISOString())

const TokenForm = ({ onMade }: { onMade: (token: string) => void }) => {
  const form = useContractForm(makeToken, {
    initial: { name: '', scope: 'read', endsOn: '' },
    again: true,
    onDone: (answer) => onMade(answer.token),
  })
  return (
    <ContractForm of={form} label={m.members_token_make()}>
      <div className="members-token-form">
        <TextInput
          label={m.members_token_name()}
          placeholder={m.members_token_name_example()}
          {...form.field('name')}
        />
        <NativeSelect
          label={m.members_token_scope()}
          data={entriesOf(scopeName).map(([value, says]) => ({ value, label: says() }))}
          {...form.field('scope')}
        />
        <DateField label={m.members_token_ends_on()} min={today()} {...form.field('endsOn')} />
        <SendButton of={form} variant="default" size="md">
          {m.members_token_make()}
        </SendButton>
      </div>
    </ContractForm>
  )
}

/** My tokens for other programs. A token reads what I may, or does it too; its text is shown only when it is made. */
export const Tokens = () => {
  const { data } = useAnswer(listTokens)
  const [made, setMade] = useState<string>()
  const [ending, setEnding] = useState<Token>()
  const revoke = useAct(revokeToken, { says: () => m.members_token_revoked() })
  const may = useMay()
  return (
    <Card title={m.members_tokens()}>
      <p className="centre-lead">{m.members_tokens_text()}</p>
      <ul className="members-lines members-tokens">
        {data?.rows.map((token) => (
          <li key={token.id}>
            <span>
              <b>{token.name}</b>
              <span>
                {scopeName[token.scope]()}. {m.members_token_made({ date: saysDate(token.createdAt) })}{' '}
                {m.members_token_ends({ date: lastDayOf(token) })}{' '}
                {token.lastUsedAt
                  ? m.members_token_used({ date: saysDate(token.lastUsedAt) })
                  : m.members_token_unused()}
              </span>
            </span>
            <Button
              size="xs"
              onClick={() => setEnding(token)}
              aria-label={m.members_token_revoke_which({ name: token.name })}
            >
              {m.members_token_revoke()}
            </Button>
          </li>
        ))}
      </ul>
      {made && (
        <ShownOnce
          title={m.members_token_once()}
          secret={made}
          copy={m.members_token_copy()}
          copied={m.members_token_copied()}
        />
      )}
      {may(makeToken) && <TokenForm onMade={setMade} />}
      <Ask
        open={ending !== undefined}
        title={m.members_token_revoke_title({ name: ending?.name ?? '' })}
        yes={m.members_token_revoke()}
        onYes={() => ending && void revoke.run({ params: { id: ending.id } })}
        onClose={() => setEnding(undefined)}
      >
        {m.members_token_revoke_text()}
      </Ask>
    </Card>
  )
}
