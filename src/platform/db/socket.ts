import { Socket } from 'node:net'

/** A socket that sends what is written in one breath as one packet: statements that do not wait for each other go together. */
export const gatheringSocket = (): Socket => {
  const socket = new Socket()
  const cork = socket.cork.bind(socket)
  const write = socket.write.bind(socket)
  let gathering = false
  const gather = () => {
    if (gathering) return
    gathering = true
    cork()
    process.nextTick(() => {
      gathering = false
      socket.uncork()
    })
  }
  return Object.assign(socket, {
    cork: () => {
      gather()
      cork()
    },
    write: (...given: Parameters<typeof write>) => {
      gather()
      return write(...given)
    },
  })
}
