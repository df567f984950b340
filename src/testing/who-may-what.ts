import { roles } from '../features/centre/roles.ts'
import type { Work } from '../who-may-what.table.ts'

const mark = ({ who }: Work, role: (typeof roles)[number]) => (who === 'anyone' || who.includes(role) ? '●' : '')

const line = (work: Work) =>
  `| ${work.what} | ${roles.map((role) => (work.who === 'public' ? '○' : mark(work, role))).join(' | ')} |`

/** The table as it stands in docs/who-may-what.md. */
export const describeWhoMayWhat = (table: readonly Work[]): string =>
  [
    '# Who may what',
    '',
    'Written by `npm run who-may-what` from `src/who-may-what.table.ts`, which is compared with every endpoint’s `can` in',
    '`src/who-may-what.test.ts`. ● may; ○ needs no sign-in, but a proof of its own (a password, a link, an invitation, the browser’s session).',
    'Rows of others are the rules’ business, beside each group below; the database refuses what is another centre’s or another school’s.',
    '',
    `| | ${roles.join(' | ')} |`,
    `| --- |${' :-: |'.repeat(roles.length)}`,
    ...table.map(line),
    '',
    ...table.flatMap(({ what, but, verbs }) => [
      `- **${what}**${but ? `. ${but}` : ''}`,
      `  ${verbs.map((verb) => `\`${verb}\``).join(', ')}`,
    ]),
    '',
  ].join('\n')
