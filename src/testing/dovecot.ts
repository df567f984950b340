import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { until } from './until.ts'

/** Nobody reads mails as root, which Dovecot refuses. */
const nobody = 65_534
const isRoot = process.getuid?.() === 0

/** Who is not root is everyone there. */
const people = () => {
  const { username, uid, gid } = userInfo()
  if (isRoot) return { owner: nobody, group: nobody, logins: '' }
  const logins = `default_login_user = ${username}\ndefault_internal_user = ${username}\ndefault_internal_group = ${username}\n`
  return { owner: uid, group: gid, logins: `${logins}service anvil {\n  chroot =\n}\n` }
}
const settingsIn = (folder: string, mails: string, port: number) => {
  const { owner, group, logins } = people()
  return `base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
mail_location = maildir:${mails}
first_valid_uid = 1
mail_uid = ${owner}
mail_gid = ${group}
${logins}passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${folder}/users
}
userdb {
  driver = static
  args = uid=${owner} gid=${group} home=${folder}
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service stats {
  chroot =
}
`
}

/** Dovecot, a real mail server (IMAP), with a folder, a port and a mailbox of its own. */
export const startDovecot = async (user: string, password: string) => {
  // Beside where tests write, which may be in memory: its sockets' paths may be no longer than 107 bytes.
  const folder = mkdtempSync(join(tmpdir(), 'dove-'))
  const mails = join(folder, 'mails')
  chmodSync(folder, 0o755)
  for (const name of ['', 'cur', 'new', 'tmp']) {
    mkdirSync(join(mails, name))
    if (isRoot) chownSync(join(mails, name), nobody, nobody)
  }
  const port = await freePort()
  writeFileSync(join(folder, 'users'), `${user}:{PLAIN}${password}::::::\n`)
  writeFileSync(join(folder, 'dovecot.conf'), settingsIn(folder, mails, port))
  const server = spawn('/usr/sbin/dovecot', ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' })
  await until(
    () =>
      new Promise<boolean>((done) => {
        const socket = createConnection({ port, host: '127.0.0.1' })
        socket.once('data', () => done(socket.end() !== null))
        socket.once('error', () => done(false))
      }),
  )
  let count = 0
  return {
    port,
    url: `imap://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}/INBOX`,
    /** A mail arrives, as a mail server lays it down; `at`: when, as it says. */
    deliver: (mail: string | Buffer, at?: Date) => {
      count += 1
      const name = `${String(count).padStart(8, '0')}.M${process.pid}.test`
      writeFileSync(join(mails, 'tmp', name), mail)
      if (isRoot) chownSync(join(mails, 'tmp', name), nobody, nobody)
      if (at) utimesSync(join(mails, 'tmp', name), at, at)
      renameSync(join(mails, 'tmp', name), join(mails, 'new', name))
    },
    /** So many lie there, and so many of them are marked as read. */
    marked: () => {
      const names = [...readdirSync(join(mails, 'cur')), ...readdirSync(join(mails, 'new'))]
      return { mails: names.length, read: names.filter((name) => /:2,\w*S/.test(name)).length }
    },
    close: async () => {
      const ended = once(server, 'exit')
      server.kill()
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
